import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonLook } from "@/components/ui/button";

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook;

export function ButtonLink({ tone = "plain", size, square, className = "", ...rest }: ButtonLinkProps) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={`btn ${className}`}
      data-tone={tone}
      data-size={size}
      data-square={square || undefined}
    />
  );
}
