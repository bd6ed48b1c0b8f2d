using System.CommandLine;
using System.Globalization;
using System.Net;
using OneDrive.Sdk.Emulator.Control;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The command line options of the tool, and their effect on the emulator.</summary>
internal sealed class ToolOptions
{
    private const int DefaultPort = 5005;

    public Option<int> Port { get; } = NewNumber("--port", DefaultPort, 0, 65_535, "TCP port to listen on; 0 chooses a free one.");

    public Option<IPAddress> Listen { get; } = new("--listen")
    {
        Description = "IP address to listen on. Any address except a loopback address allows other machines to connect; 0.0.0.0 is every "
            + "address.",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result => IPAddress.TryParse(result.Tokens[0].Value, out var address)
            ? address
            : Refuse<IPAddress>(result, "is not an IP address, such as 127.0.0.1 or 0.0.0.0"),
    };

    public Option<bool> Https { get; } = new("--https")
    {
        Description = "Serve https with a generated certificate, and print how to trust it.",
    };

    public Option<DirectoryInfo?> Data { get; } = new("--data")
    {
        Description = "Folder that keeps drives, files, sign-ins and unfinished uploads across restarts. [default: nothing is kept]",
    };

    public Option<DirectoryInfo?> Seed { get; } = new("--seed")
    {
        Description = "Folder whose files are copied into the drive of the default user, if that drive is empty.",
    };

    public Option<string[]> Users { get; } = NewList(
        "--users", "Sign-in names of additional users, each with a drive: --users alex@contoso.example,megan@contoso.example");

    public Option<EmulatorDriveType> DriveType { get; } = new("--drive-type")
    {
        Description = "Kind of the users' drives.",
        DefaultValueFactory = _ => EmulatorDriveType.Business,
        CustomParser = OneOf<EmulatorDriveType>,
    };

    public Option<int> PageSize { get; } = NewNumber(
        "--page-size", 200, 1, 100_000, "Number of entries per page of a list or of changes.");

    public Option<FileInfo?> Certificate { get; } = new("--certificate")
    {
        Description = "Certificate (PEM or DER) whose key the default application can sign in with.",
    };

    public Option<Uri[]> RedirectUris { get; } = new("--redirect-uri")
    {
        Description = "Redirect URI of the default application; can be given several times. [default: any http://localhost or "
            + "http://127.0.0.1 address]",
        CustomParser = result => [.. result.Tokens.Select(token =>
            Uri.TryCreate(token.Value, UriKind.Absolute, out var uri) ? uri : Refuse<Uri>(result, "is not an absolute URI")!)],
    };

    public Option<EmulatorSignInPage> SignInPage { get; } = new("--sign-in-page")
    {
        Description = "Behavior of the sign-in page: ClickableInBrowsers shows it to browsers and signs in programs at once, Automatic "
            + "signs in every user at once, Clickable always waits for a click.",
        DefaultValueFactory = _ => EmulatorSignInPage.ClickableInBrowsers,
        CustomParser = OneOf<EmulatorSignInPage>,
    };

    public Option<string[]> HostNames { get; } = new("--host-name")
    {
        Description = "Additional host name for the --https certificate, for clients with fixed addresses: "
            + "--host-name graph.microsoft.com --host-name login.microsoftonline.com",
    };

    public Option<bool> Strict { get; } = new("--strict")
    {
        Description = "Support no more than the documentation describes, and accept only registered applications.",
    };

    public Option<bool> DiscardContent { get; } = new("--discard-content")
    {
        Description = "Keep the length and hash of files, but not their content.",
    };

    public Option<int> Latency { get; } = NewNumber("--latency", 0, 0, 600_000, "Delay of each request, in milliseconds.");

    public Option<long?> Bandwidth { get; } = new("--bandwidth")
    {
        Description = "Bandwidth of all requests together, in bytes per second, with K or M for 1,024 or 1,048,576: --bandwidth 2M "
            + "[default: no limit]",
        CustomParser = result => ByteRate.TryParse(result.Tokens[0].Value, out var rate)
            ? rate
            : Refuse<long?>(result, "is not a number of bytes, such as 500K or 2M"),
    };

    public Option<ThrottleChoice?> Throttle { get; } = new("--throttle")
    {
        Description = "Return 429 as the service does: Light (1 in 50), Heavy (1 in 4), Uploads (fragments only) throttle randomly. "
            + "Service, ServiceWithoutHeaders, Debt, Crowd, Penalty, WithoutAdvice and Bandwidth count resource units, as does a JSON file "
            + "in the format of PUT /_emulator/limits.",
        CustomParser = result => ThrottleChoice.TryParse(result.Tokens[0].Value, out var choice)
            ? choice
            : Refuse<ThrottleChoice?>(
                result, $"is not a file, and not one of {string.Join(", ", ThrottleChoice.Names)}", [.. ThrottleChoice.Names]),
    };

    public Option<FileInfo?> Faults { get; } = new("--faults")
    {
        Description = "JSON file with a list of faults, in the form that POST /_emulator/faults takes.",
    };

    public Option<string[]> Quirks { get; } = NewList(
        "--quirks", "Behaviors of the service that differ from the documentation: nasty-day, or numbers or names listed by GET "
            + "/_emulator/quirks.");

    public Option<bool> RecordBodies { get; } = new("--record-bodies")
    {
        Description = "Record all headers and the first 64 KiB of each body, with secrets masked: see GET /_emulator/traffic.",
    };

    public Option<int> RandomSeed { get; } = NewNumber(
        "--random-seed", 1, int.MinValue, int.MaxValue, "Seed of ids, and of faults and quirks that occur randomly.");

    public IEnumerable<Option> All =>
    [
        Port, Listen, Https, Data, Seed, Users, DriveType, PageSize, Certificate, Strict, DiscardContent, Latency, Bandwidth, Throttle,
        Faults, Quirks, RecordBodies, RandomSeed, RedirectUris, SignInPage, HostNames,
    ];

    public void Apply(ParseResult parsed, EmulatorOptions options)
    {
        options.Port = parsed.GetValue(Port);
        options.ListenAddress = parsed.GetValue(Listen)!;
        options.UseHttps = parsed.GetValue(Https);
        options.DataFolder = parsed.GetValue(Data)?.FullName;
        options.DriveType = parsed.GetValue(DriveType);
        options.PageSize = parsed.GetValue(PageSize);
        options.RefuseAuthorizationOnAnonymousUrls = parsed.GetValue(Strict);
        options.Lenient = !parsed.GetValue(Strict);
        options.DiscardContent = parsed.GetValue(DiscardContent);
        options.Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency));
        options.MaxBytesPerSecond = parsed.GetValue(Bandwidth);
        options.RecordBodies = parsed.GetValue(RecordBodies);
        options.Seed = parsed.GetValue(RandomSeed);
        options.SignInPage = parsed.GetValue(SignInPage);
        foreach (var name in parsed.GetValue(HostNames) ?? [])
        {
            options.HttpsHostNames.Add(name);
        }
    }

    private static Option<int> NewNumber(string name, int value, int least, int most, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
        CustomParser = result => int.TryParse(
                result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : Refuse<int>(result, string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {least} to {most}: {name}")),
    };

    // A word that looks like an option is one that is misspelt: it would else be taken for one more value.
    private static Option<string[]> NewList(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result =>
        {
            foreach (var line in UnknownArguments.Describe(
                result.Tokens.Select(token => token.Value).Where(UnknownArguments.IsOption), new ToolOptions().All))
            {
                result.AddError(line);
            }
        });
        return option;
    }

    private static T OneOf<T>(System.CommandLine.Parsing.ArgumentResult result)
        where T : struct, Enum =>
        Enum.TryParse<T>(result.Tokens[0].Value, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : Refuse<T>(result, $"is not one of {string.Join(", ", Enum.GetNames<T>())}", Enum.GetNames<T>());

    private static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult result, string reason, params string[] names)
    {
        var meant = NearestName.Find(result.Tokens[0].Value, names) is { } nearest ? $" Did you mean {nearest}?" : string.Empty;
        result.AddError($"'{result.Tokens[0].Value}' {reason}.{meant}");
        return default;
    }
}
