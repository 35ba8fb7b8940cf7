import { buildApp } from "@/lib/cli/build-app";

buildApp();
