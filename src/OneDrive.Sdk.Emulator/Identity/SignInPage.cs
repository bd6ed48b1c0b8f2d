using System.Globalization;
using System.Net;
using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a user sees. Without scripts, except for the form that posts itself.</summary>
internal static class SignInPage
{
    /// <summary>The parameter that tells what the user clicked.</summary>
    public const string Choice = "emulator_choice";

    /// <summary>The value of <see cref="Choice"/> of a user who declines.</summary>
    public const string Cancel = "cancel";

    /// <summary>The parameter with the AADSTS number of the failure that a user chose.</summary>
    public const string Failure = "emulator_error";

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}"
        + ":root{color-scheme:light dark}h1{font-size:1.4rem}a,button{font:inherit;color:inherit}"
        + ".user,#cancel,button{display:inline-block;padding:.5rem 1rem;border:1px solid;border-radius:.4rem;text-decoration:none}"
        + ".user{display:block;margin:.5rem 0}details{margin-top:1.5rem}select,input{font:inherit;padding:.4rem;max-width:100%}";

    /// <summary>Lets a user choose who signs in, decline, or make the sign-in fail.</summary>
    public static Answer Choose(Exchange exchange, EmulatorApplication application, RequestedScopes scopes, IEnumerable<UserState> users)
    {
        var page = new StringBuilder()
            .Append($"<h1>Sign in to {Html(application.DisplayName)}</h1><p>The application asks for:</p><ul>");
        foreach (var permission in scopes.Permissions.Concat(scopes.OpenIdWords))
        {
            page.Append($"<li>{Html(permission)}</li>");
        }

        page.Append("</ul>");
        foreach (var user in users)
        {
            var name = user.UserPrincipalName;
            page.Append($"<a class=\"user\" href=\"{Link(exchange, name)}\">Accept as {Html(name)}</a>");
        }

        page.Append($"<p><a id=\"cancel\" href=\"{Link(exchange, Cancel)}\">Decline</a></p>");
        AppendFailures(exchange, page);
        return Page(200, page.ToString());
    }

    public static Answer Error(Exchange exchange, EntraError error) => Page(
        error.Status,
        $"<h1>Sign-in failed</h1><p>AADSTS{error.Number}: {Html(error.Message)}</p>"
            + $"<p>Correlation ID: {Html(exchange.ClientRequestId)}</p>");

    public static Answer SignedOut() => Page(200, "<h1>You signed out of your account</h1>");

    /// <summary>Where applications without an address of their own let a sign-in end.</summary>
    public static Answer NativeClient() => Page(200, "<h1>The sign-in has ended</h1><p>You can close this window.</p>");

    public static Answer ConsentGranted(EmulatorApplication application) =>
        Page(200, $"<h1>Consent was granted to {Html(application.DisplayName)}</h1>");

    /// <summary>Asks for the code that a device shows.</summary>
    public static Answer AskForCode(Exchange exchange, string field) => Page(
        200,
        $"<h1>Enter code</h1><form method=\"get\" action=\"{Html(exchange.Target.RawPath)}\">"
            + $"<label>Code <input name=\"{field}\" autocomplete=\"off\" autofocus></label> <button type=\"submit\">Next</button></form>");

    public static Answer DeviceSignedIn(EmulatorApplication application) =>
        Page(200, $"<h1>You have signed in to {Html(application.DisplayName)} on your device</h1>");

    public static Answer DeviceDeclined(EmulatorApplication application) =>
        Page(200, $"<h1>{Html(application.DisplayName)} was not signed in</h1>");

    /// <summary>A form that carries the response to the application, and goes off automatically where scripts run.</summary>
    public static Answer Post(string redirectUri, IEnumerable<KeyValuePair<string, string>> values)
    {
        var page = new StringBuilder($"<form method=\"post\" action=\"{Html(redirectUri)}\">");
        foreach (var (name, value) in values)
        {
            AppendHidden(page, name, value);
        }

        page.Append("<button type=\"submit\">Continue</button></form><script>document.forms[0].submit()</script>");
        return Page(200, page.ToString());
    }

    private static void AppendFailures(Exchange exchange, StringBuilder page)
    {
        page.Append("<details><summary>Let the sign-in fail</summary>")
            .Append($"<form method=\"get\" action=\"{Html(exchange.Target.RawPath)}\">");
        foreach (var (name, value) in exchange.Query.Pairs)
        {
            AppendHidden(page, name, value);
        }

        page.Append($"<p><label>AADSTS number <input name=\"{Failure}\" list=\"failures\" inputmode=\"numeric\" required></label></p>")
            .Append("<datalist id=\"failures\">");
        foreach (var (number, message) in ChosenErrors.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"<option value=\"{number}\">{Html(message)}</option>");
        }

        page.Append("</datalist><button type=\"submit\">Fail</button></form></details>");
    }

    private static void AppendHidden(StringBuilder page, string name, string value)
        => page.Append($"<input type=\"hidden\" name=\"{Html(name)}\" value=\"{Html(value)}\">");

    private static string Link(Exchange exchange, string choice) =>
        Html($"{exchange.Target.RawPath}?{exchange.Target.RawQuery}&{Choice}={Uri.EscapeDataString(choice)}");

    private static Answer Page(int status, string body) => new(status)
    {
        Headers = { ["Content-Type"] = "text/html; charset=utf-8", ["Cache-Control"] = "no-store" },
        Body = Encoding.UTF8.GetBytes(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>OneDrive emulator</title>"
                + "<link rel=\"icon\" href=\"data:,\">"
                + $"<style>{Style}</style></head><body><main>{body}</main></body></html>\n"),
    };

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
