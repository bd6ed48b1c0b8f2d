using System.Reflection;
using System.Xml.Linq;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>A section of the configuration: the keys that the code accepts, described by the options that they set.</summary>
internal sealed record ConfigurationSection(string Name, Type Options, string Purpose)
{
    private static readonly Assembly Sdk = typeof(OneDriveOptions).Assembly;

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(Sdk.Location, ".xml"));

    /// <summary>The types of the keys that set no option of the same name, where they are not text.</summary>
    private static readonly Dictionary<string, Type> OtherTypes = new(StringComparer.Ordinal)
    {
        ["RetryCountMax"] = typeof(int),
        ["RetryMultiplyWaitTime"] = typeof(bool),
    };

    private static readonly Type[] Others = [typeof(TimeSpan), typeof(DateTimeOffset), typeof(Uri)];

    private IReadOnlyList<string>? _accepted;

    /// <summary>Keys with the names of other connectors, and keys that stand for a value of several options.</summary>
    private static readonly Dictionary<string, (string Default, string Description)> WithoutOption = new(StringComparer.Ordinal)
    {
        ["GroupOrUserId"] = ("none", "The default drive: `/users/{id or user name}`, `/groups/{id or e-mail}`, `/sites/{id}` or "
            + "`/drives/{id}`."),
        ["DriveId"] = ("none", "The default drive by its id; it takes precedence over `GroupOrUserId`."),
        ["RetryMode"] = ("`RetryWhenStatusCodeMatch`", "The name of other connectors for `Retry:Mode`."),
        ["RetryStatusCodeList"] = ("none", "The name of other connectors for `Retry:StatusCodeList`."),
        ["RetryCountMax"] = ("5", "The name of other connectors for `Retry:MaxRetryAttempts`."),
        ["RetryMultiplyWaitTime"] = ("`true`", "The name of other connectors for `Retry:UseExponentialBackoff`."),
        ["SearchOptionForNonIndexedFields"] = ("empty", "The name of other connectors for `AllowNonIndexedQueries`: empty means no."),
    };

    internal static IReadOnlyList<ConfigurationSection> All { get; } =
    [
        new("", typeof(OneDriveOptions), "The section itself, for `AddOneDrive(section)`."),
        new("Retry", typeof(OneDriveRetryOptions), "Retries of failed calls."),
        new("Transfers", typeof(OneDriveTransferOptions), "Uploads and downloads."),
        new("ClientCertificate", Option("ClientCertificateOptions"), "An application signs in "
            + "with a certificate."),
        new("ClientSecret", Option("ClientSecretOptions"), "An application signs in with a client secret."),
        new("AuthorizationCode", Option("AuthorizationCodeOptions"), "Users sign in through "
            + "the browser."),
        new("DeviceCode", Option("DeviceCodeOptions"), "Users sign in with a code on another device."),
        new("OnBehalfOf", Option("OnBehalfOfOptions"), "An API works on behalf of its callers."),
        new("AadV1", Option("AadV1Options"), "Users sign in to OneDrive for Business with Azure AD v1."),
        new("AadV1:Service", Option("DiscoveredService"), "The file service of the users, if it is known."),
        new("AadV1:Discovery", Option("ServiceDiscoveryOptions"), "The service that finds the file service of a user."),
    ];

    internal string Heading => Name.Length == 0 ? "OneDrive" : $"OneDrive:{Name}";

    /// <summary>The keys with a value; those that are sections are <see cref="Sections"/>.</summary>
    internal IReadOnlyList<ConfigurationKey> Keys =>
        [.. AcceptedKeys.Except(Sections, StringComparer.Ordinal).Select(name => Describe(name, TypeOf(name)))];

    /// <summary>The names of the sections in this one.</summary>
    internal IReadOnlyList<string> Sections => Name switch
    {
        "" => [.. All.Select(section => section.Name).Where(name => name.Length > 0 && !name.Contains(':', StringComparison.Ordinal))],
        "AuthorizationCode" or "OnBehalfOf" => ["ClientCertificate"],
        "AadV1" => ["Service", "Discovery"],
        _ => [],
    };

    /// <summary>Options that have no key, because their value is an object or code.</summary>
    internal IReadOnlyList<string> OnlyInCode =>
    [
        .. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name)
            .Except(AcceptedKeys, StringComparer.Ordinal)
            .Where(name => name is not "DefaultDrive")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The keys that the code accepts: the message for an unknown one lists them.</summary>
    internal IReadOnlyList<string> AcceptedKeys => _accepted ??= AskForKeys();

    /// <summary>The section behind a key of this one.</summary>
    internal ConfigurationSection Inner(string name) =>
        All.FirstOrDefault(other => other.Name == $"{Name}:{name}") ?? All.Single(other => other.Name == name);

    private string[] AskForKeys()
    {
        const string Unknown = "KeyThatIsUnknown";
        var refusal = Assert.ThrowsAny<Exception>(() => ConfiguredClient.Build(Name.Length == 0 ? Unknown : $"{Name}:{Unknown}", "1"));
        const string Start = " are: ";
        Assert.Contains(Start, refusal.Message, StringComparison.Ordinal);
        return refusal.Message[(refusal.Message.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..].TrimEnd('.').Split(", ");
    }

    private Type TypeOf(string name) =>
        OtherTypes.TryGetValue(name, out var type) ? type
        : Options.GetProperty(name) is not { } property ? typeof(string)
        : Bare(property.PropertyType) is var bare && (bare.IsPrimitive || bare.IsEnum || Others.Contains(bare)) ? bare : typeof(string);

    private static Type Option(string name) => Sdk.GetType($"OneDrive.Sdk.Authentication.{name}", throwOnError: true)!;

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private ConfigurationKey Describe(string name, Type type)
    {
        if (WithoutOption.TryGetValue(name, out var known))
        {
            return new ConfigurationKey(name, type, ConfigurationChoices.Of(name, type), known.Default, known.Description);
        }

        var member = FindDocumentation(name)
            ?? throw new InvalidOperationException($"{Heading}:{name} sets no option of {Options.Name}: describe it in "
                + $"{nameof(WithoutOption)}.");
        var value = XmlText.Of(member.Element("value"));
        value = value.StartsWith("Default: ", StringComparison.Ordinal) ? value["Default: ".Length..] : value;
        return new ConfigurationKey(
            name,
            type,
            ConfigurationChoices.Of(name, type),
            value.Length == 0 ? "none, required" : value.TrimEnd('.'),
            XmlText.Of(member.Element("summary")));
    }

    private XElement? FindDocumentation(string name)
    {
        for (var type = Options; type is not null; type = type.BaseType)
        {
            var id = $"P:{type.FullName}.{name}";
            if (Documentation.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == id) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
