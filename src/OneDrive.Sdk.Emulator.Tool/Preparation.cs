using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Emulator.Control;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>Prepares an emulator before its banner is printed: users, files, certificates, faults and quirks.</summary>
internal static class Preparation
{
    public static void Run(OneDriveEmulator emulator, ToolOptions options, ParseResult parsed)
    {
        foreach (var name in Split(parsed.GetValue(options.Users)))
        {
            emulator.AddUser(user => (user.UserPrincipalName, user.DriveType) = (name, parsed.GetValue(options.DriveType)));
        }

        if (parsed.GetValue(options.Seed) is { } folder && emulator.DefaultUser.Drive.ListItems().Count == 0)
        {
            emulator.DefaultUser.Drive.WithFilesOf(folder.FullName);
        }

        foreach (var redirectUri in parsed.GetValue(options.RedirectUris) ?? [])
        {
            emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, redirectUri);
        }

        if (parsed.GetValue(options.Certificate) is { } certificate)
        {
            using var loaded = Load(certificate.FullName);
            emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, loaded);
        }

        if (parsed.GetValue(options.Throttle) is { } throttle)
        {
            throttle.Apply(emulator);
        }

        if (parsed.GetValue(options.Faults) is { } faults)
        {
            AddFaults(emulator, faults);
        }

        foreach (var text in Split(parsed.GetValue(options.Quirks)))
        {
            _ = text is "nasty-day" ? emulator.Quirks.EnableNastyDay() : emulator.Quirks.Enable(ReadQuirk(text));
        }
    }

    private static void AddFaults(OneDriveEmulator emulator, FileInfo file)
    {
        try
        {
            emulator.Faults.AddJson(File.ReadAllText(file.FullName));
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"--faults {file}: {exception.InnerException?.Message ?? exception.Message}", exception);
        }
    }

    private static EmulatorQuirk ReadQuirk(string text)
        => Enum.TryParse<EmulatorQuirk>(text, ignoreCase: true, out var quirk) && Enum.IsDefined(quirk)
            ? quirk
            : throw new InvalidDataException(
                $"--quirks: '{text}' is not a quirk."
                + (NearestName.Find(text, [.. Enum.GetNames<EmulatorQuirk>(), "nasty-day"]) is { } meant
                    ? $" Did you mean {meant}?"
                    : " Quirks: nasty-day, "
                        + string.Join(", ", Enum.GetValues<EmulatorQuirk>().Select(one => $"{(int)one} {one}")) + "."));

    private static IEnumerable<string> Split(string[]? values) => (values ?? [])
        .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static X509Certificate2 Load(string file)
#if NET9_0_OR_GREATER
        => X509CertificateLoader.LoadCertificateFromFile(file);
#else
        => new(file);
#endif
}
