// The page's own words. They stand in the catalogues with all others (src/words/i18n/*/page.ftl) and come from the engine.

type Lang = "nl" | "en";

// What is said before the engine is there: put here by scripts/page, from the same catalogues.
declare const EARLY: Record<Lang, Record<string, string>>;

let lang: Lang = /^nl\b/i.test(navigator.language) ? "nl" : "en";
const labels: Record<Lang, Record<string, string>> = { ...EARLY };

/** The sentence of a key, with what it names put in. */
function t(key: string, args: Record<string, string | number> = {}): string {
  const said = labels[lang][key] ?? `[${key}]`;
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** A whole number as the language writes it. */
function count(n: number): string {
  return new Intl.NumberFormat(lang === "nl" ? "nl-NL" : "en-GB").format(n);
}

/** A number with a few decimals. */
function decimal(n: number): string {
  return new Intl.NumberFormat(lang === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 2 }).format(n);
}

/** A share as a percentage with one decimal. */
function percent(part: number, whole: number): string {
  const form = new Intl.NumberFormat(lang === "nl" ? "nl-NL" : "en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return whole > 0 ? `${form.format((part * 100) / whole)} %` : "-";
}
