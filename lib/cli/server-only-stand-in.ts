// Tests run outside the bundler, where the real `server-only` marker throws on import.
export const serverOnly = true;
