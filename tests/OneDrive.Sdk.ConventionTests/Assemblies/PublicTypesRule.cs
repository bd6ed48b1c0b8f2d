using System.Reflection;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>The public API speaks of our own types and the base library only; composition may speak of Microsoft.Extensions.</summary>
internal static class PublicTypesRule
{
    /// <summary>
    /// The one exception, for types that are made without a container; docs/decisions/0001-logger-factory-in-the-options.md has the reason.
    /// </summary>
    private const string LoggerFactory = "Microsoft.Extensions.Logging.ILoggerFactory";

    /// <summary>What an adapter package is there to adapt.</summary>
    private static readonly Dictionary<string, string> Adapted = new(StringComparer.Ordinal)
    {
        ["OneDrive.Sdk.DistributedCache"] = "Microsoft.Extensions.Caching.Abstractions",
        ["OneDrive.Sdk.HealthChecks"] = "Microsoft.Extensions.Diagnostics.HealthChecks",
        ["OneDrive.Sdk.Azure"] = "Azure.Core",
        ["OneDrive.Sdk.EntityFrameworkCore"] = "Microsoft.EntityFrameworkCore",
        ["OneDrive.Sdk.Redis"] = "StackExchange.Redis",
    };

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static IEnumerable<string> Check(Type type) =>
        type.IsVisible && type.Namespace != "Microsoft.Extensions.DependencyInjection"
            ? Mentions(type)
                .Where(mention => !IsAllowed(type, mention.Type))
                .Select(mention => $"{Shipped.NameOf(type)}{mention.Member} shows {mention.Type.FullName}")
                .Distinct(StringComparer.Ordinal)
            : [];

    private static bool IsAllowed(Type type, Type mentioned)
    {
        var assembly = mentioned.Assembly.GetName().Name!;
        return mentioned.Assembly == type.Assembly
            || assembly == "OneDrive.Sdk"
            || assembly == Adapted.GetValueOrDefault(type.Assembly.GetName().Name!)
            || (mentioned.FullName == LoggerFactory && IsMadeByHand(type))
            || (
                assembly.StartsWith("System.", StringComparison.Ordinal)
                    && !assembly.StartsWith("System.IdentityModel", StringComparison.Ordinal));
    }

    private static bool IsMadeByHand(Type type) =>
        type.Name is "OneDriveOptions"
            or "ClientSecretTokenProvider"
            or "ClientCertificateTokenProvider"
            or "CachedTokenProvider"
            or "AuthorizationCodeFlow"
            or "DeviceCodeFlow"
            or "OnBehalfOfTokenProvider"
            or "AadV1Flow";

    private static IEnumerable<(string Member, Type Type)> Mentions(Type type) =>
    [
        .. Parts("", type.BaseType),
        .. type.GetInterfaces().SelectMany(face => Parts("", face)),
        .. type.GetMethods(Declared).Where(IsExposed).SelectMany(OfMethod),
        .. type.GetConstructors(Declared).Where(IsExposed).SelectMany(OfParameters),
        .. type.GetFields(Declared)
            .Where(field => field.IsPublic || field.IsFamily)
            .SelectMany(field => Parts($".{field.Name}", field.FieldType)),
    ];

    private static bool IsExposed(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<(string Member, Type Type)> OfMethod(MethodInfo method) =>
    [
        .. Parts($".{method.Name}", method.ReturnType),
        .. OfParameters(method),
        .. method.GetGenericArguments()
            .SelectMany(argument => argument.GetGenericParameterConstraints())
            .SelectMany(type => Parts($".{method.Name}", type)),
    ];

    private static IEnumerable<(string Member, Type Type)> OfParameters(MethodBase method) =>
        method.GetParameters().SelectMany(parameter => Parts($".{method.Name.TrimStart('.')}", parameter.ParameterType));

    private static IEnumerable<(string Member, Type Type)> Parts(string member, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return [];
        }

        return type.HasElementType
            ? Parts(member, type.GetElementType())
            : type.GetGenericArguments().SelectMany(argument => Parts(member, argument)).Prepend((member, type));
    }
}
