using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>One member of a model, and the code that reads, writes and keeps it.</summary>
internal sealed class Member
{
    private const string AdditionalData = "JsonExtensionDataAttribute";
    private const string Ignored = "JsonIgnoreAttribute";

    private readonly ITypeSymbol _type;

    private Member(IPropertySymbol property)
    {
        Property = property;
        _type = Types.WithoutNull(property.Type);
        Wire = WireName.Of(property);
        IsAdditional = Has(property, AdditionalData);
        IsRare = property.IsPartialDefinition && Has(property, Marks.Rare);
        IsWritten = !Has(property, Marks.PreAuthenticated);
    }

    internal IPropertySymbol Property { get; }

    internal string Name => Property.Name;

    internal string Wire { get; }

    /// <summary>The name as a variable.</summary>
    private string Variable => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Whether it holds what the model does not know.</summary>
    internal bool IsAdditional { get; }

    internal bool IsRare { get; }

    internal bool IsPacked => Property.IsPartialDefinition && !IsRare;

    internal bool IsWritten { get; }

    /// <summary>The namespaces that the code of the member needs.</summary>
    internal IEnumerable<string> Namespaces
    {
        get
        {
            var type = Types.ListItem(_type) ?? _type;
            yield return type.ContainingNamespace?.ToDisplayString() ?? "System";
            if (type.TypeKind is TypeKind.Enum)
            {
                // How an enumeration is written stands beside the requests.
                yield return "OneDrive.Sdk.Requests";
            }
        }
    }

    internal string TypeName => Property.Type.ToDisplayString(Types.Format);

    /// <summary>The members that JSON sees, those of the bases first.</summary>
    internal static List<Member> Of(INamedTypeSymbol type)
    {
        var members = type.BaseType is { SpecialType: SpecialType.None } parent ? Of(parent) : [];
        members.AddRange(OwnOf(type));
        return members;
    }

    internal static IEnumerable<Member> OwnOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 }
            && property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            && property.Name != "EqualityContract" && !Has(property, Ignored))
        .Select(property => new Member(property));

    /// <summary>The expression that reads the value; null when the type is not known.</summary>
    internal string? ReadExpression()
    {
        var name = _type.Name;
        return _type switch
        {
            { SpecialType: SpecialType.System_String } => Has(Property, Marks.Repeats) ? "reader.Repeated()" : "reader.Text()",
            { SpecialType: SpecialType.System_Boolean } => "reader.Bool()",
            { SpecialType: SpecialType.System_Int32 } => "reader.Whole()",
            { SpecialType: SpecialType.System_Int64 } => "reader.LargeWhole()",
            { SpecialType: SpecialType.System_Double } => "reader.Number()",
            { Name: "DateTimeOffset" or "Guid" } => name == "Guid" ? "reader.UniqueId()" : "reader.Time()",
            { Name: "JsonElement" } => "reader.Element()",
            _ when Types.IsElementMap(_type) => "reader.Elements()",
            _ when Types.ListItem(_type) is { } item => ReadList(item),
            _ when Types.IsOpenValue(_type) => $"reader.Repeated() is {{ }} {Variable} ? new {name}({Variable}) : null",
            _ when Types.IsForeignModel(_type) => $"reader.Model<{name}>()",
            _ when Types.IsModel(_type) => Has(_type, Marks.Repeats)
                ? $"reader.Shared({name}.Read)"
                : $"reader.StartsObject() ? {name}.Read(ref reader) : null",
            _ => null,
        };
    }

    /// <summary>The statement that writes the member; null when the type is not known.</summary>
    internal string? WriteStatement(bool isRequest)
    {
        var method = _type switch
        {
            { SpecialType: SpecialType.System_String } => "Text",
            { SpecialType: SpecialType.System_Boolean } => "Bool",
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => "Number",
            { Name: "DateTimeOffset" } => "Time",
            { Name: "Guid" } => "UniqueId",
            { Name: "JsonElement" } => isRequest ? "Sent" : "Element",
            { Name: "JsonObject" } => "Node",
            _ when Types.IsElementMap(_type) => "Elements",
            _ when Types.IsTextMap(_type) => "Texts",
            _ when Types.ListItem(_type) is { } item => WriteList(item),
            _ when Types.IsModel(_type) => "Model",
            _ => null,
        };
        var value = Name;
        if (Types.IsOpenValue(_type))
        {
            (method, value) = ("Text", Types.IsNullable(Property.Type) ? $"{Name}?.Value" : $"{Name}.Value");
        }
        else if (_type.TypeKind is TypeKind.Enum)
        {
            (method, value) = ("Text", $"{Name}.ToWireValue()");
        }

        return method is null ? null : $"writer.{method}(\"{Wire}\", {value});";
    }

    /// <summary>How many bytes the member takes in an object.</summary>
    internal int Size() => IsRare ? 0 : _type switch
    {
        { Name: "DateTimeOffset" } when !IsPacked => 24,
        { Name: "JsonElement" or "Guid" } => 24,
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_Double } when !IsPacked => 16,
        _ => 8,
    };

    private static string? ReadList(ITypeSymbol item) => item switch
    {
        { SpecialType: SpecialType.System_String } => "reader.Texts()!",
        { Name: "JsonElement" } => "reader.ElementList()!",
        _ when Types.IsOpenValue(item) => $"reader.OpenValues<{item.Name}>()!",
        _ when Types.IsForeignModel(item) => $"reader.Models<{item.Name}>()!",
        _ when Types.IsModel(item) => $"reader.List({item.Name}.Read)!",
        _ => null,
    };

    private static string? WriteList(ITypeSymbol item) => item switch
    {
        { SpecialType: SpecialType.System_String } => "Texts",
        { Name: "JsonElement" } => "ElementList",
        _ when Types.IsOpenValue(item) => "OpenValues",
        _ when Types.IsModel(item) => "Models",
        _ => null,
    };

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(found => found.AttributeClass?.Name == attribute);
}
