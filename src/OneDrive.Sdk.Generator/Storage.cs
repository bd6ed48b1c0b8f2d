using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>
/// Writes how partial properties are kept: a time and a whole number in eight bytes, and rare members in an object of their own, one for
/// the class and its bases, that only exists when one of them is there.
/// </summary>
internal sealed class Storage(INamedTypeSymbol type, Action<int, string> line)
{
    private readonly List<Member> _own = [.. Member.OwnOf(type).Where(member => member.Property.IsPartialDefinition)];

    private string Rare => "Rare" + type.Name;

    internal void Write()
    {
        foreach (var member in _own.Where(member => member.IsPacked))
        {
            WritePacked(member);
        }

        if (_own.Exists(member => member.IsRare))
        {
            WriteRare();
        }
    }

    private void WritePacked(Member member)
    {
        var field = $"_{char.ToLowerInvariant(member.Name[0])}{member.Name.Substring(1)}";
        var (get, set) = member.TypeName == "long?"
            ? ($"{field} == 0 ? null : {field} ^ long.MinValue", $"{field} = value is {{ }} number ? number ^ long.MinValue : 0")
            : ($"{field} == 0 ? null : new DateTimeOffset({field}, TimeSpan.Zero)", $"{field} = value?.UtcTicks ?? 0");
        line(0, "");
        line(1, $"private readonly long {field};");
        line(0, "");
        line(1, $"{Access(member)} partial {member.TypeName} {member.Name}");
        line(1, "{");
        line(2, $"get => {get};");
        line(2, $"init => {set};");
        line(1, "}");
    }

    private void WriteRare()
    {
        var parent = Parent();
        var members = _own.Where(member => member.IsRare).ToList();
        line(0, "");
        if (parent is null)
        {
            line(1, $"private protected {Rare}? _rare;");
            line(0, "");
            line(1, $"private protected virtual {Rare} CreateRare() => new();");
        }
        else
        {
            line(1, $"private protected override {Root()} CreateRare() => new {Rare}();");
        }

        foreach (var member in members)
        {
            WriteRareProperty(member, parent is not null);
        }

        line(0, "");
        line(1, $"{(type.IsSealed ? "private sealed" : "private protected")} class {Rare}{(parent is null ? "" : $" : {parent}")}");
        line(1, "{");
        foreach (var member in members)
        {
            line(2, $"internal {Nullable(member)} {member.Name};");
        }

        line(1, "}");
    }

    private void WriteRareProperty(Member member, bool isCast)
    {
        var known = isCast ? $"(({Rare}?)_rare)" : "_rare";
        var made = isCast ? $"(({Rare})(_rare ??= CreateRare()))" : "(_rare ??= CreateRare())";
        var absent = member.TypeName.EndsWith("?", StringComparison.Ordinal) ? "" : " ?? []";
        line(0, "");
        line(1, $"{Access(member)} partial {member.TypeName} {member.Name}");
        line(1, "{");
        line(2, $"get => {known}?.{member.Name}{absent};");
        line(2, "init");
        line(2, "{");
        line(3, "if (value is not null || _rare is not null)");
        line(3, "{");
        line(4, $"{made}.{member.Name} = value;");
        line(3, "}");
        line(2, "}");
        line(1, "}");
    }

    /// <summary>The class of rare members of the nearest base that has some.</summary>
    private string? Parent() => Bases().Select(parent => "Rare" + parent.Name).FirstOrDefault();

    private string Root() => Bases().Select(parent => "Rare" + parent.Name).Last();

    private IEnumerable<INamedTypeSymbol> Bases()
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (Member.OwnOf(parent).Any(member => member.IsRare))
            {
                yield return parent;
            }
        }
    }

    private static string Nullable(Member member) =>
        member.TypeName.EndsWith("?", StringComparison.Ordinal) ? member.TypeName : member.TypeName + "?";

    private static string Access(Member member) => member.Property.DeclaredAccessibility is Accessibility.Public ? "public" : "internal";
}
