/** What a colour means. It always comes with a word or an icon. */
export type Tone = "loss" | "low" | "good" | "info" | "stale" | "accent" | "neutral";
