using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>
/// A type that holds a secret or a pre-authenticated address does not print it. Each type is made without its constructor and every text
/// and address in it replaced by one to look for, so a new member is covered without anybody thinking of it.
/// </summary>
internal static class SecretRule
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex SecretMember = new(
        "(Secret|Password|Passphrase|Token|Assertion|PrivateKey|Credential|Verifier|Pem|Ticket"
        + "|(Upload|Download|Monitor|Session|Content)Ur[il])",
        Plain | RegexOptions.IgnoreCase);

    private static readonly Regex SecretType = new("(Secret|Password|Token|Assertion|Ticket)$", Plain);

    /// <summary>Names that match but hold nothing to hide: where a token is fetched, and the mark of a page.</summary>
    private static readonly Regex NoSecret = new("(Token(Url|Uri|Endpoint|Type)|ContinuationToken|SharingToken)", Plain);

    internal static IEnumerable<string> Check(Type type)
    {
        var print = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, [])!;
        if (type.IsAbstract || type.IsEnum || type.ContainsGenericParameters || !Shipped.IsWritten(print.DeclaringType!))
        {
            return [];
        }

        var value = RuntimeHelpers.GetUninitializedObject(type);
        var planted = Fields(type)
            .Where(field => IsSecret(type, MemberOf(field)))
            .Select((field, index) => (Member: MemberOf(field), Canary: Plant(value, field, $"canary{index}x")))
            .Where(plant => plant.Canary is not null)
            .ToList();
        return planted.Count == 0 ? [] : Leaks(type, value, planted);
    }

    private static IEnumerable<string> Leaks(Type type, object value, List<(string Member, string? Canary)> planted)
    {
        try
        {
            var text = value.ToString() ?? "";
            return planted
                .Where(plant => text.Contains(plant.Canary!, StringComparison.Ordinal))
                .Select(plant => $"{Shipped.NameOf(type)}.ToString() prints {plant.Member}");
        }
        catch (NullReferenceException)
        {
            return [$"{Shipped.NameOf(type)}.ToString() reads members that are null here, so nobody can tell what it prints"];
        }
    }

    private static bool IsSecret(Type type, string member) =>
        !NoSecret.IsMatch(type.Name) && !NoSecret.IsMatch(member) && (SecretMember.IsMatch(member) || SecretType.IsMatch(type.Name));

    private static string? Plant(object value, FieldInfo field, string canary)
    {
        object? planted = field.FieldType == typeof(string) ? canary
            : field.FieldType == typeof(Uri) ? new Uri($"https://host.invalid/{canary}")
            : null;
        if (planted is null)
        {
            return null;
        }

        field.SetValue(value, planted);
        return canary;
    }

    private static string MemberOf(FieldInfo field) => field.Name.TrimStart('<', '_').Split('>')[0];

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : [.. type.GetFields(Declared), .. Fields(type.BaseType)];
}
