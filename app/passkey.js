// Passkeys: asks the device, and hands its answer to the server. Loaded only where a button for it stands.
const forms = document.querySelectorAll("form[data-passkey]");

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function ask(form) {
  const { publicKey } = await post(form.dataset.start, {});
  const credential =
    form.dataset.passkey === "register"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  const { next } = await post(form.action, {
    answer: credential.toJSON(),
    next: new FormData(form).get("next") ?? "",
  });
  location.assign(next);
}

// A browser that cannot do it is not offered it.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of forms) {
    form.closest("[hidden]")?.removeAttribute("hidden");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = form.querySelector("[role=alert]");
      problem.hidden = true;
      try {
        await ask(form);
      } catch {
        problem.hidden = false;
      }
    });
  }
}
