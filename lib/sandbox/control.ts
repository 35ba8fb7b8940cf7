import type { SandboxClock } from "./clock";
import type { CloudBlueCatalog } from "./cloudblue/catalog";
import type { CloudBlueProduct } from "./cloudblue/records";
import type { Dialect } from "./dialect";
import { FAULT_KINDS, parseFault, type Fault } from "./faults/fault";
import type { FaultControl } from "./faults/fault-control";
import { isRecord, type Exchange } from "./http/exchange";
import { jsonReply, type Reply } from "./http/reply";
import type { IbmCatalog } from "./ibm/catalog";
import type { IbmProduct } from "./ibm/records";
import type { RequestLog } from "./request-log";

export type Catalogs = { readonly cloudblue: CloudBlueCatalog; readonly ibm: IbmCatalog };

type Controlled = {
  faults: FaultControl;
  catalog: Catalogs;
  dialect: Dialect;
  requests: RequestLog;
  clock: SandboxClock;
  expireTokens: () => void;
};

type Body = Readonly<Record<string, unknown>>;

/** `/sandbox/…`: the same switches that tests hold in process, for programs that only have the address. */
export function answerControl(exchange: Exchange, path: string, controlled: Controlled): Reply {
  if (exchange.headers.origin !== undefined) return problem(403, "Web pages may not control the sandbox.");
  const [, , area = "", id] = path.split("/");
  const { method } = exchange;
  if (method === "POST") {
    if (!exchange.headers["content-type"]?.startsWith("application/json")) {
      return problem(415, "Send application/json.");
    }
    return answerPost(area, exchange.body, controlled);
  }
  if (area === "faults" && method === "GET")
    return jsonReply(200, { faults: controlled.faults.list(), kinds: FAULT_KINDS });
  if (area === "faults" && method === "DELETE") {
    controlled.faults.clear(id);
    return jsonReply(200, { faults: controlled.faults.list() });
  }
  if (area === "requests" && method === "GET") {
    return jsonReply(200, { total: controlled.requests.count(), requests: controlled.requests.list() });
  }
  if (area === "requests" && method === "DELETE") {
    controlled.requests.clear();
    return jsonReply(200, { total: 0 });
  }
  if (area === "dialect" && method === "GET") return jsonReply(200, controlled.dialect);
  return problem(404, "Known: faults, catalog, dialect, requests, clock, tokens.");
}

function answerPost(area: string, text: string, controlled: Controlled): Reply {
  const body = parseJson(text);
  if (area === "faults") return addFaults(Array.isArray(body) ? body : [body], controlled.faults);
  if (area === "tokens") {
    controlled.expireTokens();
    return jsonReply(200, { expired: true });
  }
  if (!isRecord(body)) return problem(400, "The body must be a JSON object.");
  if (area === "catalog") return changeCatalog(body, controlled.catalog);
  if (area === "dialect") {
    if (isRecord(body.cloudblue)) Object.assign(controlled.dialect.cloudblue, body.cloudblue);
    if (isRecord(body.ibm)) Object.assign(controlled.dialect.ibm, body.ibm);
    return jsonReply(200, controlled.dialect);
  }
  if (area === "clock") {
    if (typeof body.seconds !== "number") return problem(400, "seconds must be a number.");
    controlled.clock.advance(body.seconds);
    return jsonReply(200, { now: new Date(controlled.clock.now()).toISOString() });
  }
  return problem(404, "Nothing to post here.");
}

function addFaults(values: readonly unknown[], faults: FaultControl): Reply {
  const parsed: Fault[] = [];
  for (const value of values) {
    const fault = isRecord(value) ? parseFault(value) : "A fault must be a JSON object.";
    if (typeof fault === "string") return problem(400, fault);
    parsed.push(fault);
  }
  return jsonReply(201, { ids: parsed.map(faults.set) });
}

/** `{"vendor":"cloudblue","action":"price","mpn":…,"amount":…}` and its like; the README lists them. */
function changeCatalog(body: Body, { cloudblue, ibm }: Catalogs): Reply {
  const changed = body.vendor === "ibm" ? changeIbm(body, ibm) : changeCloudBlue(body, cloudblue);
  if (changed === undefined) return problem(400, "Known actions: price, cost, update, withdraw, archive, add.");
  return jsonReply(200, { changed });
}

function changeCloudBlue(body: Body, catalog: CloudBlueCatalog): number | undefined {
  const mpn = String(body.mpn);
  if ((body.action === "price" || body.action === "cost") && typeof body.amount === "string") {
    return catalog.setAmount(mpn, {
      side: body.action === "price" ? "prices" : "costs",
      amount: body.amount,
      ...(typeof body.currency === "string" && { currency: body.currency }),
    });
  }
  if (body.action === "withdraw") return catalog.withdraw(mpn);
  if (body.action === "update" && isRecord(body.change)) return catalog.update(mpn, body.change);
  if (body.action === "add" && isRecord(body.product)) {
    const [model] = catalog.list.slice(0, 1);
    if (!model) return 0;
    catalog.add({ ...model, dependsOn: [], ...(body.product as Partial<CloudBlueProduct>) }, readPosition(body));
    return 1;
  }
  return undefined;
}

function changeIbm(body: Body, catalog: IbmCatalog): number | undefined {
  const id = String(body.id);
  if (body.action === "price" && typeof body.amount === "string") {
    return Number(catalog.setPlanPrice(id, String(body.planId), body.amount));
  }
  if (body.action === "archive") return Number(catalog.archive(id));
  if (body.action === "withdraw") return Number(catalog.withdraw(id));
  if (body.action === "update" && isRecord(body.change)) return Number(catalog.update(id, body.change));
  if (body.action === "add" && isRecord(body.product)) {
    const [, model] = catalog.list.slice(0, 2);
    if (!model) return 0;
    catalog.add({ ...model, ...(body.product as Partial<IbmProduct>) }, readPosition(body));
    return 1;
  }
  return undefined;
}

function readPosition(body: Body): number | undefined {
  return typeof body.position === "number" ? body.position : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function problem(status: number, message: string): Reply {
  return jsonReply(status, { message });
}
