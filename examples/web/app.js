// Signs in through the hosted pages: authorization code with PKCE, by oidc-client-ts. `userpool front-end` writes
// oidc.json. Tokens are kept in the session storage of the tab, and are gone with it.

const { UserManager, WebStorageStateStore } = globalThis.oidc;
const at = (id) => document.getElementById(id);

const settings = await (await fetch("oidc.json")).json();
const tab = new WebStorageStateStore({ store: sessionStorage });
const manager = new UserManager({
  ...settings,
  userStore: tab,
  stateStore: tab,
  automaticSilentRenew: false, // the button does it, so that you see it
});

// Cognito names the place to come back to otherwise than the standard does, and wants to know the client.
const afterSignOut = { client_id: settings.client_id, logout_uri: settings.post_logout_redirect_uri };

function show(user) {
  at("signed-out").hidden = Boolean(user);
  at("signed-in").hidden = !user;
  at("status").textContent = user ? `Signed in as ${user.profile.email ?? user.profile.sub}.` : "You are not signed in.";
  if (!user) return;
  at("claims").replaceChildren(...Object.entries(user.profile).flatMap(row));
  const expires = new Date(user.expires_at * 1000);
  at("expires").dateTime = expires.toISOString();
  at("expires").textContent = expires.toLocaleTimeString();
}

function row([name, value]) {
  const [term, said] = [document.createElement("dt"), document.createElement("dd")];
  term.textContent = name;
  said.textContent = typeof value === "object" ? JSON.stringify(value) : String(value);
  return [term, said];
}

function onClick(id, act) {
  at(id).addEventListener("click", async () => {
    at(id).disabled = true;
    try {
      await act();
    } catch (error) {
      at("status").textContent = `That did not work: ${error.message}.`;
    } finally {
      at(id).disabled = false;
    }
  });
}

async function comeBack() {
  try {
    return await manager.signinCallback();
  } finally {
    history.replaceState(null, "", location.pathname); // a code is good once, and belongs into no bookmark
  }
}

onClick("sign-in", () => manager.signinRedirect());
onClick("refresh", async () => {
  show(await manager.signinSilent());
  at("status").textContent = "The session is renewed.";
});
onClick("sign-out", async () => {
  const revokes = await manager.metadataService.getRevocationEndpoint(true);
  if (revokes) await manager.revokeTokens(["refresh_token"]); // the only ones that Cognito revokes
  await manager.signoutRedirect({ extraQueryParams: afterSignOut });
});

try {
  const cameBack = /[?&](code|error)=/.test(location.search);
  show(cameBack ? await comeBack() : await manager.getUser());
} catch (error) {
  show(null);
  at("status").textContent = `You could not be signed in: ${error.message}.`;
}
