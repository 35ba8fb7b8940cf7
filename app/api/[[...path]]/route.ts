export * from "@/lib/server/http/unknown-address";
