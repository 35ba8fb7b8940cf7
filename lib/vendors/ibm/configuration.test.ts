import { describe, expect, it } from "vitest";
import listed from "@/lib/vendors/ibm/fixtures/plan-config-array.json";
import single from "@/lib/vendors/ibm/fixtures/plan-config-object.json";
import { mapPlanConfiguration } from "@/lib/vendors/ibm/configuration";
import { PlanConfigSchema } from "@/lib/vendors/ibm/schemas";

const read = (config: unknown) => mapPlanConfiguration(PlanConfigSchema.parse(config));

describe("a plan configuration as documented: one component", () => {
  const configuration = read(single);

  it("has its limits, price and later changes", () => {
    expect(configuration).toMatchObject({
      allowedPlanChanges: ["01t50000004K1mgABC"],
      cancellable: true,
      subscriptionManaged: true,
      countries: ["USA", "CAN"],
    });
    expect(configuration.components).toMatchObject([
      { key: "D1BCYLL", kind: "base", required: true, currency: "USD", changeableTo: ["D1BCWLL"] },
    ]);
    expect(configuration.components[0]?.attributes[0]).toMatchObject({
      key: "item_qty",
      type: "number",
      minimum: "1",
      maximum: "100",
      listUnitPrice: "50",
      required: true,
      changeable: true,
      unitOfMeasure: "users",
      choices: [],
    });
  });
});

describe("a plan configuration as seen: a list, much of it missing", () => {
  const configuration = read(listed);
  const attributes = configuration.components.flatMap((component) => component.attributes);

  it("may be cancelled unless it says otherwise", () => {
    expect(configuration).toMatchObject({ cancellable: true, subscriptionManaged: false, countries: null });
    expect(read({ ...listed, supportsCancellation: false }).cancellable).toBe(false);
  });

  it("tells base and option apart", () => {
    expect(configuration.components.map(({ kind, required }) => [kind, required])).toEqual([
      ["base", true],
      ["option", false],
    ]);
  });

  it("shows labels, sends values and prices each choice", () => {
    expect(attributes.find(({ key }) => key === "region")).toMatchObject({
      required: false,
      listUnitPrice: null,
      choices: [
        { label: "Europe", value: "EU", listUnitPrice: "40" },
        { label: "Asia-Pacific", value: "AP", listUnitPrice: "45.5" },
      ],
    });
  });

  it("reads values in one text, and leaves an unreadable price unknown", () => {
    expect(attributes.find(({ key }) => key === "size")).toMatchObject({
      type: "enumeration",
      choices: [
        { value: "S", listUnitPrice: "1" },
        { value: "M", listUnitPrice: null },
        { value: "L", listUnitPrice: "3" },
      ],
    });
  });

  it("takes a bare quantity for a number without limits", () => {
    expect(attributes[0]).toMatchObject({ type: "number", minimum: null, maximum: null, listUnitPrice: null });
  });

  it("lets an enumeration that names no values be typed in", () => {
    const attribute = { attributeName: "region", type: "enumeration", listUnitPrice: ["5"] };
    const { components } = read({ components: [{ partIdentifier: "P", attributes: [attribute] }] });
    expect(components[0]?.attributes[0]).toMatchObject({ type: "text", choices: [], listUnitPrice: "5" });
  });

  it("takes numbers for values", () => {
    const displayValues = [{ Small: 10 }, { Large: 25.5 }];
    const attribute = { attributeName: "gb", type: "enumeration", values: [10, 25.5, null], displayValues };
    const { components } = read({ components: [{ partIdentifier: "P", attributes: [attribute] }] });
    expect(components[0]?.attributes[0]?.choices.map(({ label, value }) => [label, value])).toEqual([
      ["Small", "10"],
      ["Large", "25.5"],
    ]);
  });

  it("does not use prices that do not match the choices one to one", () => {
    const attribute = { attributeName: "size", type: "enumeration", values: ["S", "M"], listUnitPrice: ["1"] };
    const { components } = read({ components: [{ partIdentifier: "P", attributes: [attribute] }] });
    expect(components[0]?.attributes[0]?.choices.map(({ listUnitPrice }) => listUnitPrice)).toEqual([null, null]);
  });
});
