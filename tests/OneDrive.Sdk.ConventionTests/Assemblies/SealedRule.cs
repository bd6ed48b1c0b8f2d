namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>A class is sealed unless it is abstract, something here inherits from it, or it is open by design.</summary>
internal static class SealedRule
{
    internal static IEnumerable<string> Check(IReadOnlyCollection<Type> types, params string[] open)
    {
        var inherited = types.Select(type => Definition(type.BaseType)).ToHashSet();
        return types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !inherited.Contains(type))
            .Where(type => !open.Contains(type.Name, StringComparer.Ordinal))
            .Select(type => $"{Shipped.NameOf(type)} is not sealed");
    }

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
