// Signing in leads away and comes back to the first page; the reader goes on to where they were.
const SIGNING_IN = "visionskollen-signing-in";

function rememberPlace(target) {
  if (target.closest("[data-asks=sign-in]")) sessionStorage.setItem(SIGNING_IN, location.href);
}

// Where the browser keeps nothing, nobody can be signed in either.
function returnToPlace() {
  try {
    const place = sessionStorage.getItem(SIGNING_IN);
    sessionStorage.removeItem(SIGNING_IN);
    if (place && place !== location.href) location.replace(place);
  } catch {}
}

returnToPlace();
