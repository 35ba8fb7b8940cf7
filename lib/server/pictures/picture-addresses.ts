import { isIP } from "node:net";
import type { ProductDetails } from "@/lib/domain/catalog/product";

const PICTURES_MAX = 6;

/** The pictures the vendor's own record names, in its order; what may not be fetched at all is left out. */
export function pictureAddresses({ imageUrls }: Pick<ProductDetails, "imageUrls">): string[] {
  return [...new Set(imageUrls)].filter(isPictureAddress).slice(0, PICTURES_MAX);
}

/** https under a name of the public internet: no numbers, no ports, no credentials, and no drawings that can hold scripts. */
function isPictureAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return false;
  const host = url.hostname.replace(/\.$/, "");
  if (isIP(host.replace(/^\[|\]$/g, "")) !== 0 || !host.includes(".") || LOCAL_NAME.test(host)) return false;
  return !/\.svgz?$/i.test(url.pathname);
}

const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa)$/i;
