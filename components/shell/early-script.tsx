type EarlyScriptProps = {
  /** Whole and ours: nothing that somebody wrote may stand in it. */
  code: string;
  nonce: string | undefined;
};

/** Runs with the first bytes of the page, before its own scripts. */
export function EarlyScript({ code, nonce }: EarlyScriptProps) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: code }} />;
}
