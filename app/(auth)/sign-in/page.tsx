import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownPath } from "@/app/(auth)/sign-in/own-path";
import { SignInForm } from "@/app/(auth)/sign-in/sign-in-form";
import { address } from "@/components/ui/address";
import { LogoMark } from "@/components/ui/logo";
import { demoAccounts } from "@/lib/server/demo-accounts";
import { currentViewer } from "@/lib/server/page-viewer";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = ownPath((await searchParams)["next"]);
  if (await currentViewer()) redirect(address(next));
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-92 content-center gap-4 px-4 py-10">
      <header className="mb-1 flex items-center gap-3">
        <LogoMark className="size-9" />
        <div>
          <h1 className="text-heading">Reseller Desk</h1>
          <p className="text-table text-ink-muted">Find it, price it, quote it.</p>
        </div>
      </header>
      <SignInForm next={next} accounts={demoAccounts()} />
    </main>
  );
}
