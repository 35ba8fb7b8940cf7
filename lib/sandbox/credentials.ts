// Made up and meant to be seen: these open nothing but this sandbox.
export const CLOUDBLUE_CREDENTIALS = {
  username: "sandbox-user.api",
  password: "sandbox-password-not-a-secret",
  subscriptionKey: "00000000-demo-demo-demo-000000000000",
  marketplace: "us",
} as const;

export const IBM_CREDENTIALS = {
  clientId: "sandbox-ibm-client-id",
  clientSecret: "sandbox-ibm-client-secret-not-a-secret",
} as const;

export const CLOUDBLUE_PATH = "/cloudblue/marketplace/us";
export const IBM_PATH = "/ibm/marketplace/run";
