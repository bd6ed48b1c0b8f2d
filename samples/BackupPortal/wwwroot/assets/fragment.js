// The sign-in service puts some errors behind the #: send them to the portal as a query.
if (location.hash.length > 1) location.replace(`${location.pathname}?${location.hash.slice(1)}`);
