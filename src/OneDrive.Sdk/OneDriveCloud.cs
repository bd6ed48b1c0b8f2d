namespace OneDrive.Sdk;

/// <summary>
/// A Microsoft cloud: its sign-in and Microsoft Graph endpoints. Tokens of one cloud are not valid in another. See
/// <see href="https://learn.microsoft.com/graph/deployments"/>.
/// </summary>
public sealed class OneDriveCloud
{
    private OneDriveCloud(string name, string signInEndpoint, string graphEndpoint, params string[] aliases)
        : this(name, new Uri(signInEndpoint), new Uri(graphEndpoint), aliases)
    {
    }

    private OneDriveCloud(string name, Uri signInEndpoint, Uri graphEndpoint, string[] aliases)
    {
        Name = name;
        SignInEndpoint = signInEndpoint;
        GraphEndpoint = graphEndpoint;
        SignInHosts = [signInEndpoint.Authority, .. aliases];
    }

    private OneDriveCloud(OneDriveCloud cloud, PathAddressing pathAddressing)
    {
        (Name, SignInEndpoint, GraphEndpoint, SignInHosts) = (cloud.Name, cloud.SignInEndpoint, cloud.GraphEndpoint, cloud.SignInHosts);
        PathAddressing = pathAddressing;
    }

    /// <summary>The global cloud, including GCC. Only this cloud supports personal accounts.</summary>
    public static OneDriveCloud Global { get; } = new(
        nameof(Global), "https://login.microsoftonline.com/", "https://graph.microsoft.com/",
        "login.windows.net", "login.microsoft.com", "sts.windows.net");

    /// <summary>US Government L4 (GCC High).</summary>
    public static OneDriveCloud UsGovernmentL4 => NationalClouds.UsGovernmentL4;

    /// <summary>US Government L5 (DoD).</summary>
    public static OneDriveCloud UsGovernmentL5 => NationalClouds.UsGovernmentL5;

    /// <summary>China, operated by 21Vianet. Paths are addressed with <see cref="PathAddressing.ParameterAlias"/>.</summary>
    public static OneDriveCloud China => NationalClouds.China;

    /// <summary>The predefined clouds, in no particular order.</summary>
    public static IReadOnlyList<OneDriveCloud> All => NationalClouds.All;

    /// <summary>The name used in configuration, such as <c>Global</c>.</summary>
    public string Name { get; }

    /// <summary>The root of the sign-in service, ending in <c>/</c>.</summary>
    public Uri SignInEndpoint { get; }

    /// <summary>The root of Microsoft Graph without a version, ending in <c>/</c>.</summary>
    public Uri GraphEndpoint { get; }

    /// <summary>How requests address an item by its path.</summary>
    /// <value><see cref="PathAddressing.Colon"/>, except for <see cref="China"/>.</value>
    public PathAddressing PathAddressing { get; }

    internal IReadOnlyList<string> SignInHosts { get; }

    /// <summary>Creates a custom cloud: a sovereign cloud, a gateway, or an emulator on loopback.</summary>
    /// <param name="signInEndpoint">The absolute root of the sign-in service; https, or http on a loopback address.</param>
    /// <param name="graphEndpoint">The absolute root of Microsoft Graph without its version; https, or http on a loopback address.</param>
    /// <exception cref="ArgumentException">
    /// An address is relative, not https, or contains a query, a fragment or user information.
    /// </exception>
    public static OneDriveCloud Custom(Uri signInEndpoint, Uri graphEndpoint) => new(
        nameof(Custom),
        SecureEndpoint.Require(signInEndpoint, nameof(signInEndpoint)),
        SecureEndpoint.Require(graphEndpoint, nameof(graphEndpoint)),
        []);

    /// <summary>Creates a copy of the cloud with another way to address items by path.</summary>
    /// <param name="pathAddressing">How requests address an item by its path.</param>
    /// <exception cref="ArgumentException">The value is not one of <see cref="PathAddressing"/>.</exception>
    public OneDriveCloud WithPathAddressing(PathAddressing pathAddressing) => Enum.IsDefined(pathAddressing)
        ? new(this, pathAddressing)
        : throw new ArgumentException(
            $"{(int)pathAddressing} is not a valid PathAddressing. Use Colon or ParameterAlias.", nameof(pathAddressing));

    /// <summary>Finds a cloud by its name, ignoring case.</summary>
    /// <param name="name">One of the names of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">The cloud does not exist; the message lists the names.</exception>
    public static OneDriveCloud Parse(string name) =>
        All.FirstOrDefault(cloud => string.Equals(cloud.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"'{name}' is not a known cloud. Use one of {string.Join(", ", All.Select(cloud => cloud.Name))}, or "
            + "OneDriveCloud.Custom.", nameof(
                name));

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;

    // Created when one of them is used, which most programs never do.
    private static class NationalClouds
    {
        internal static readonly OneDriveCloud UsGovernmentL4 = new(
            nameof(UsGovernmentL4), "https://login.microsoftonline.us/", "https://graph.microsoft.us/", "login.usgovcloudapi.net");

        internal static readonly OneDriveCloud UsGovernmentL5 = new(
            nameof(UsGovernmentL5), "https://login.microsoftonline.us/", "https://dod-graph.microsoft.us/", "login.usgovcloudapi.net");

        internal static readonly OneDriveCloud China = new OneDriveCloud(
            nameof(China),
            "https://login.partner.microsoftonline.cn/",
            "https://microsoftgraph.chinacloudapi.cn/",
            "login.chinacloudapi.cn")
            .WithPathAddressing(PathAddressing.ParameterAlias);

        internal static readonly IReadOnlyList<OneDriveCloud> All = [Global, UsGovernmentL4, UsGovernmentL5, China];
    }
}
