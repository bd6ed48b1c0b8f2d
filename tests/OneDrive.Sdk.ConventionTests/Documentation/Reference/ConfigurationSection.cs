using System.Reflection;
using System.Xml.Linq;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>A section of the configuration: the keys that its class has, described by the options that they set.</summary>
internal sealed record ConfigurationSection(string Name, string Configuration, Type Options, string Purpose)
{
    private static readonly Assembly Sdk = typeof(OneDriveOptions).Assembly;

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(Sdk.Location, ".xml"));

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
        new("", "OneDriveConfiguration", typeof(OneDriveOptions), "The section itself, for `AddOneDrive(section)`."),
        new("Retry", "RetryConfiguration", typeof(OneDriveRetryOptions), "Retries of failed calls."),
        new("Transfers", "TransferConfiguration", typeof(OneDriveTransferOptions), "Uploads and downloads."),
        new("ClientCertificate", "ClientCertificateConfiguration", Option("ClientCertificateOptions"), "An application signs in "
            + "with a certificate."),
        new("ClientSecret", "ClientSecretConfiguration", Option("ClientSecretOptions"), "An application signs in with a client secret."),
        new("AuthorizationCode", "AuthorizationCodeConfiguration", Option("AuthorizationCodeOptions"), "Users sign in through "
            + "the browser."),
        new("DeviceCode", "DeviceCodeConfiguration", Option("DeviceCodeOptions"), "Users sign in with a code on another device."),
        new("OnBehalfOf", "OnBehalfOfConfiguration", Option("OnBehalfOfOptions"), "An API works on behalf of its callers."),
    ];

    internal string Heading => Name.Length == 0 ? "OneDrive" : $"OneDrive:{Name}";

    /// <summary>The keys with a value; those that are sections are <see cref="Sections"/>.</summary>
    internal IReadOnlyList<ConfigurationKey> Keys =>
        [.. Properties.Where(property => !IsSection(property)).Select(property => Describe(property.Name, Bare(property.PropertyType)))];

    /// <summary>The names of the sections in this one.</summary>
    internal IReadOnlyList<string> Sections => Name switch
    {
        "" => [.. All.Where(section => section.Name.Length > 0).Select(section => section.Name)],
        "AuthorizationCode" or "OnBehalfOf" => ["ClientCertificate"],
        _ => [],
    };

    /// <summary>Options that have no key, because their value is an object or code.</summary>
    internal IReadOnlyList<string> OnlyInCode =>
    [
        .. Options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name)
            .Where(name => Properties.All(property => property.Name != name) && !Sections.Contains(name))
            .Where(name => name is not "DefaultDrive")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The keys that the code accepts, if the class lists them.</summary>
    internal IReadOnlyList<string>? AcceptedKeys =>
        Class.GetField("Keys", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) as string[];

    private Type Class => Sdk.GetType($"OneDrive.Sdk.DependencyInjection.{Configuration}", throwOnError: true)!;

    private IReadOnlyList<PropertyInfo> Properties => [.. Class.GetProperties(BindingFlags.Public | BindingFlags.Instance)];

    private static bool IsSection(PropertyInfo property) => property.PropertyType.Name.EndsWith("Configuration", StringComparison.Ordinal);

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
            name, type, ConfigurationChoices.Of(name, type), value.TrimEnd('.'), XmlText.Of(member.Element("summary")));
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
