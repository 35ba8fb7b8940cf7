type CleanHtmlProps = { html: string; lang?: string; className?: string };

/**
 * The one place that shows vendor HTML. The text was reduced at ingest to p br ul ol li strong em a with https links;
 * nothing else may be passed in.
 */
export function CleanHtml({ html, lang, className = "" }: CleanHtmlProps) {
  // oxlint-disable-next-line react/no-danger -- cleaned before it was stored
  return <div lang={lang} className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
