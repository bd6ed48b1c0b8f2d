using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>
/// The console: a page that uses the other control addresses, and nothing from elsewhere. Nothing that clients sent is ever a part of its
/// files, and its policy runs no script but its own.
/// </summary>
internal sealed class ConsoleControl : IControlOperations
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static readonly string[] Files =
    [
        "console.css", "main.js", "dom.js", "format.js", "drives.js", "sessions.js", "faults.js", "quirks.js", "traffic.js", "curl.js",
        "people.js", "tools.js", "icon.svg",
    ];

    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", string.Empty, "getConsole", "The console, a web page for browsers.", (_, _) =>
            ControlJson.DoneAsync(Load("console.html")))
        {
            Result = "Page", ResultType = "text/html",
        },
        new("GET", "console/{file}", "getConsoleFile", "A part of the console page.", (request, _) => Files.Contains(request["file"])
            ? ControlJson.DoneAsync(Load(request["file"]))
            : throw new GraphError(404, "itemNotFound", "The console does not have this part."))
        {
            Result = "Page", ResultType = "text/css",
        },
    ];

    private static Answer Load(string file)
    {
        using var stream = typeof(ConsoleControl).Assembly.GetManifestResourceStream($"Console/{file}")!;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        return new Answer(200)
        {
            Headers =
            {
                ["Content-Type"] = $"{TypeOf(file)}; charset=utf-8",
                ["Content-Security-Policy"] = Policy,
                ["Referrer-Policy"] = "no-referrer",
                ["Cross-Origin-Opener-Policy"] = "same-origin",
                ["Cross-Origin-Resource-Policy"] = "same-origin",
            },
            Body = body,
        };
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        _ => "text/html",
    };
}
