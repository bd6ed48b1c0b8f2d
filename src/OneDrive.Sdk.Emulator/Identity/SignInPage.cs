using System.Net;
using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a person sees. Without scripts, except for the form that posts itself.</summary>
internal static class SignInPage
{
    /// <summary>The parameter that tells what the person clicked.</summary>
    public const string Choice = "emulator_choice";

    /// <summary>The value of <see cref="Choice"/> of somebody who does not want to.</summary>
    public const string Cancel = "cancel";

    public static Answer Choose(Exchange exchange, EmulatorApplication application, RequestedScopes scopes, IEnumerable<UserState> users)
    {
        var page = new StringBuilder()
            .Append($"<h1>Sign in to {Html(application.DisplayName)}</h1><p>It asks for:</p><ul>");
        foreach (var permission in scopes.Permissions.Concat(scopes.OpenIdWords))
        {
            page.Append($"<li>{Html(permission)}</li>");
        }

        page.Append("</ul>");
        foreach (var user in users)
        {
            var name = user.UserPrincipalName;
            page.Append($"<p><a class=\"user\" href=\"{Link(exchange, name)}\">Accept as {Html(name)}</a></p>");
        }

        page.Append($"<p><a id=\"cancel\" href=\"{Link(exchange, Cancel)}\">Cancel</a></p>");
        return Page(200, page.ToString());
    }

    public static Answer Error(Exchange exchange, EntraError error) => Page(
        error.Status,
        $"<h1>Sign-in failed</h1><p>AADSTS{error.Number}: {Html(error.Message)}</p>"
            + $"<p>Correlation ID: {Html(exchange.ClientRequestId)}</p>");

    public static Answer SignedOut() => Page(200, "<h1>You signed out of your account</h1>");

    public static Answer ConsentGranted(EmulatorApplication application) =>
        Page(200, $"<h1>Consent was granted to {Html(application.DisplayName)}</h1>");

    /// <summary>Asks for the code that a device shows.</summary>
    public static Answer AskForCode(Exchange exchange, string field) => Page(
        200,
        $"<h1>Enter code</h1><form method=\"get\" action=\"{Html(exchange.Target.RawPath)}\">"
            + $"<input name=\"{field}\" autocomplete=\"off\" autofocus><button type=\"submit\">Next</button></form>");

    public static Answer DeviceSignedIn(EmulatorApplication application) =>
        Page(200, $"<h1>You have signed in to {Html(application.DisplayName)} on your device</h1>");

    public static Answer DeviceDeclined(EmulatorApplication application) =>
        Page(200, $"<h1>{Html(application.DisplayName)} was not signed in</h1>");

    /// <summary>A form that carries the answer to the application, and goes off by itself where scripts run.</summary>
    public static Answer Post(string redirectUri, IEnumerable<KeyValuePair<string, string>> values)
    {
        var page = new StringBuilder($"<form method=\"post\" action=\"{Html(redirectUri)}\">");
        foreach (var (name, value) in values)
        {
            page.Append($"<input type=\"hidden\" name=\"{Html(name)}\" value=\"{Html(value)}\">");
        }

        page.Append("<button type=\"submit\">Continue</button></form><script>document.forms[0].submit()</script>");
        return Page(200, page.ToString());
    }

    private static string Link(Exchange exchange, string choice) =>
        Html($"{exchange.Target.RawPath}?{exchange.Target.RawQuery}&{Choice}={Uri.EscapeDataString(choice)}");

    private static Answer Page(int status, string body) => new(status)
    {
        Headers = { ["Content-Type"] = "text/html; charset=utf-8", ["Cache-Control"] = "no-store" },
        Body = Encoding.UTF8.GetBytes(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>OneDrive emulator</title></head>"
                + $"<body>{body}</body></html>\n"),
    };

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
