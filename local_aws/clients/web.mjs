// A person at the page of examples/web, in a real Chromium: signs in through the hosted pages, renews, signs out.
//
//     node web.mjs '{"chromium": …, "site": …, "folder": …, "packages": …, "settings": …, "pin": …, "login": …, "password": …}'
//
// The browser gets the page's files from their folder instead of a server, and trusts the local AWS's own key alone.
// What it sees at each step is told as JSON.

import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

import { chromium } from "playwright-core";

const asked = JSON.parse(process.argv[2]);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
const PACKAGES = "node_modules";

async function served(path) {
  if (path === "oidc.json") return JSON.stringify(asked.settings);
  const file = normalize(path || "index.html");
  const folder = file.split(sep)[0] === PACKAGES ? asked.packages : asked.folder;
  return readFile(join(folder, file.startsWith(PACKAGES) ? file.slice(PACKAGES.length + 1) : file));
}

let page;
const told = [];
const browser = await chromium.launch({
  executablePath: asked.chromium,
  args: [
    `--ignore-certificate-errors-spki-list=${asked.pin}`,
    "--disable-features=LocalNetworkAccessChecks", // a page without a server may not ask loopback otherwise
    "--disable-dev-shm-usage",
    "--no-proxy-server",
  ],
  chromiumSandbox: false, // root has none, and the pages are our own
});
try {
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("console", (line) => line.type() === "error" && told.push(line.text()));
  await page.route(`${asked.site}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    try {
      const contentType = TYPES[extname(path || "index.html")];
      await route.fulfill({ contentType, body: await served(path) });
    } catch {
      await route.fulfill({ status: 404, body: "" });
    }
  });

  const status = () => page.locator("#status").textContent();
  const tokens = () =>
    page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith("user:") || name.startsWith("oidc.user:"));
      const user = key && JSON.parse(sessionStorage.getItem(key));
      return user && { id: user.id_token, access: user.access_token };
    });

  const seen = {};
  await page.goto(asked.site);
  await page.locator("#signed-out").waitFor();
  seen.before = await status();

  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("input[name=username]:visible").first().waitFor();
  seen.authorize = Object.fromEntries(new URL(page.url()).searchParams);
  for (const [name, text] of [["username", asked.login], ["password", asked.password]]) {
    const field = page.locator(`input[name=${name}]:visible`).first();
    await field.waitFor();
    await field.fill(text);
    if (name === "username" && (await page.locator("input[name=password]:visible").count())) continue;
    await field.press("Enter");
  }
  await page.locator("#signed-in").waitFor();
  seen.after = await status();
  seen.address = page.url();
  seen.claims = Object.fromEntries(
    await page.locator("#claims").evaluate((list) => {
      const texts = (kind) => [...list.querySelectorAll(kind)].map((each) => each.textContent);
      const said = texts("dd");
      return texts("dt").map((name, index) => [name, said[index]]);
    }),
  );
  seen.tokens = await tokens();

  await page.reload();
  await page.locator("#signed-in").waitFor();
  seen.reloaded = await status();

  const renew = page.getByRole("button", { name: "Renew the session" });
  await page.waitForTimeout(1000); // so that what is told in seconds differs
  await renew.click();
  await page.getByText(/^(The session is renewed|That did not work)/).waitFor();
  seen.renewal = await status();

  // The answer of AWS repeats when the person has signed in; where it does not, the ID token of the sign-in is kept.
  await page.route("**/oauth2/token", async (route) => {
    const response = await route.fetch();
    const { id_token: _, ...rest } = await response.json();
    await route.fulfill({ response, json: rest });
  });
  await renew.click();
  await page.getByText("The session is renewed.").waitFor();
  seen.renewed = await tokens();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.locator("#signed-out").waitFor();
  seen.gone = await status();
  seen.kept = (await tokens()) ?? null;
  process.stdout.write(JSON.stringify({ ...seen, told }));
} catch (error) {
  const shown = page && (await page.locator("body").innerText().catch(() => ""));
  process.stderr.write(`${error.message.split("\n")[0]} at ${page?.url()}: ${shown} ${told.join(" ")}\n`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
