using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// How to sign in, under a name. It holds no secret: a secret or a password stays where the user keeps it, in a variable or a file.
/// </summary>
internal sealed record Profile(string Name, SignInKind Kind)
{
    internal const string DefaultName = "default";

    internal string? TenantId { get; init; }

    internal string? ClientId { get; init; }

    internal string? Cloud { get; init; }

    internal string? Drive { get; init; }

    internal string? SecretVariable { get; init; }

    internal string? SecretFile { get; init; }

    internal string? SecretExpires { get; init; }

    internal string? CertificatePath { get; init; }

    internal string? PasswordVariable { get; init; }

    /// <summary>The sign-in of the emulator, when no other was made.</summary>
    internal static Profile OfEmulator() => new("emulator", SignInKind.Emulator);

    internal JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["kind"] = Kind.ToString(),
        ["tenantId"] = TenantId,
        ["clientId"] = ClientId,
        ["cloud"] = Cloud,
        ["drive"] = Drive,
        ["secretVariable"] = SecretVariable,
        ["secretFile"] = SecretFile,
        ["secretExpires"] = SecretExpires,
        ["certificatePath"] = CertificatePath,
        ["passwordVariable"] = PasswordVariable,
    };

    internal static Profile Read(JsonObject json) => new(
        (string?)json["name"] ?? DefaultName,
        Enum.TryParse<SignInKind>((string?)json["kind"], out var kind) ? kind : SignInKind.Browser)
    {
        TenantId = (string?)json["tenantId"],
        ClientId = (string?)json["clientId"],
        Cloud = (string?)json["cloud"],
        Drive = (string?)json["drive"],
        SecretVariable = (string?)json["secretVariable"],
        SecretFile = (string?)json["secretFile"],
        SecretExpires = (string?)json["secretExpires"],
        CertificatePath = (string?)json["certificatePath"],
        PasswordVariable = (string?)json["passwordVariable"],
    };
}
