type CleanHtmlProps = { html: string; lang?: string; className?: string };

/**
 * The one place that shows vendor HTML. The text was reduced at ingest to p br ul ol li strong em a with https links;
 * nothing else may be passed in.
 */
export function CleanHtml({ html, lang, className = "" }: CleanHtmlProps) {
  // oxlint-disable-next-line react/no-danger -- cleaned before it was stored
  return <div lang={lang} className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: inNewTabs(html) }} />;
}

/** The vendor's links leave the desk, and say so. */
function inNewTabs(html: string): string {
  return html
    .replace(/<a (?=href=)/g, '<a target="_blank" ')
    .replaceAll("</a>", ' <span aria-hidden="true">↗</span><span class="sr-only">(opens in a new tab)</span></a>');
}
