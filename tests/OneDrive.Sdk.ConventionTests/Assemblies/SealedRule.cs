namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>A class is sealed unless it is abstract or something here inherits from it.</summary>
internal static class SealedRule
{
    internal static IEnumerable<string> Check(IReadOnlyCollection<Type> types)
    {
        var inherited = types.Select(type => Definition(type.BaseType)).ToHashSet();
        return types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !inherited.Contains(type))
            .Select(type => $"{Shipped.NameOf(type)} is not sealed");
    }

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;
}
