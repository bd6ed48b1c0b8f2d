using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>The assemblies that ship as packages, and what of them we wrote ourselves.</summary>
internal static class Shipped
{
    internal static readonly string[] Names =
    [
        "OneDrive.Sdk", "OneDrive.Sdk.Azure", "OneDrive.Sdk.DistributedCache", "OneDrive.Sdk.Emulator",
        "OneDrive.Sdk.EntityFrameworkCore", "OneDrive.Sdk.HealthChecks", "OneDrive.Sdk.Redis", "OneDrive.Sdk.SharePoint",
    ];

    internal static IEnumerable<Assembly> Assemblies => Names.Select(Assembly.Load);

    /// <summary>Every type of the shipped assemblies that a person wrote.</summary>
    internal static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    /// <summary>Whether a type stands in our source, and does not come from the compiler or from a generator.</summary>
    internal static bool IsWritten(Type type)
    {
        for (var current = type; current is not null; current = current.DeclaringType)
        {
            if (current.Name.Contains('<', StringComparison.Ordinal)
                || current.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                || current.IsDefined(typeof(GeneratedCodeAttribute), inherit: false)
                || !IsOurNamespace(current.Namespace ?? ""))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A type's name as a person writes it.</summary>
    internal static string NameOf(Type type) => type.FullName ?? type.Name;

    private static bool IsOurNamespace(string name) =>
        name.StartsWith("OneDrive", StringComparison.Ordinal) || name == "Microsoft.Extensions.DependencyInjection";
}
