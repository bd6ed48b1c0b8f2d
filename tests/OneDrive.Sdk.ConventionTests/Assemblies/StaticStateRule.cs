using System.CodeDom.Compiler;
using System.Collections;
using System.Reflection;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>
/// Nothing static changes: static fields are read-only, and what they hold cannot grow later; in public not even an array.
/// </summary>
internal static class StaticStateRule
{
    internal static IEnumerable<string> Check(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(field => !field.IsLiteral && !field.IsDefined(typeof(GeneratedCodeAttribute)))
        .Where(field => !field.Name.StartsWith('<') || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal))
        .SelectMany(field => Check(field).Select(message => $"{Shipped.NameOf(type)}.{field.Name} {message}"));

    private static IEnumerable<string> Check(FieldInfo field)
    {
        if (!field.IsInitOnly)
        {
            yield return "is static and can be set";
        }

        if (CanGrow(field.FieldType) || (field.IsPublic && field.FieldType.IsArray))
        {
            yield return $"is static and holds a {field.FieldType.Name}, which can be changed";
        }
    }

    private static bool CanGrow(Type type) =>
        type is { IsArray: false, IsInterface: false, Namespace: "System.Collections.Generic" or "System.Collections.Concurrent" }
        && typeof(IEnumerable).IsAssignableFrom(type);
}
