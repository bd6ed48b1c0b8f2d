using Microsoft.Extensions.Configuration;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The options in the shape of a configuration file; what is absent leaves the option as it is.</summary>
internal sealed class OneDriveConfiguration
{
    public string? Cloud { get; set; }

    public Uri? ServiceEndpoint { get; set; }

    public string? GroupOrUserId { get; set; }

    public string? DriveId { get; set; }

    public string? ApplicationName { get; set; }

    public string? ExtraHeaders { get; set; }

    public bool? AllowNonIndexedQueries { get; set; }

    public bool? BlockPrivateNetworks { get; set; }

    public int? MaxConcurrentRequests { get; set; }

    public double? ResourceUnitsPerMinute { get; set; }

    public RetryConfiguration? Retry { get; set; }

    public TransferConfiguration? Transfers { get; set; }

    internal static void Apply(IConfigurationSection section, OneDriveOptions options)
    {
        ConfigurationKeys.RequireKnown(
            section,
            [
                nameof(Cloud), nameof(ServiceEndpoint), nameof(GroupOrUserId), nameof(DriveId), nameof(ApplicationName),
                nameof(ExtraHeaders), nameof(AllowNonIndexedQueries), nameof(BlockPrivateNetworks), nameof(MaxConcurrentRequests),
                nameof(ResourceUnitsPerMinute),
                nameof(Retry), nameof(Transfers),
                SignInConfiguration.ClientSecretKey, SignInConfiguration.ClientCertificateKey, SignInConfiguration.AuthorizationCodeKey,
                SignInConfiguration.DeviceCodeKey, SignInConfiguration.OnBehalfOfKey,
            ]);
        var configuration = section.Get<OneDriveConfiguration>() ?? new OneDriveConfiguration();
        configuration.ApplyTo(options, section.Path);
        if (configuration.Retry is { } retry)
        {
            ConfigurationKeys.RequireKnown(section.GetSection(nameof(Retry)), RetryConfiguration.Keys);
            retry.ApplyTo(options.Retry);
        }

        if (configuration.Transfers is { } transfers)
        {
            ConfigurationKeys.RequireKnown(section.GetSection(nameof(Transfers)), TransferConfiguration.Keys);
            transfers.ApplyTo(options.Transfers);
        }
    }

    private void ApplyTo(OneDriveOptions options, string path)
    {
        options.Cloud = Cloud is null ? options.Cloud : OneDriveCloud.Parse(Cloud);
        options.ServiceEndpoint = ServiceEndpoint ?? options.ServiceEndpoint;
        options.DefaultDrive = DefaultDrive(path) ?? options.DefaultDrive;
        options.ApplicationName = ApplicationName ?? options.ApplicationName;
        options.ExtraHeaders = ExtraHeaders ?? options.ExtraHeaders;
        options.AllowNonIndexedQueries = AllowNonIndexedQueries ?? options.AllowNonIndexedQueries;
        options.BlockPrivateNetworks = BlockPrivateNetworks ?? options.BlockPrivateNetworks;
        options.ResourceUnitsPerMinute = ResourceUnitsPerMinute ?? options.ResourceUnitsPerMinute;
        options.MaxConcurrentRequests = MaxConcurrentRequests ?? options.MaxConcurrentRequests;
    }

    /// <summary>A drive id says everything; without one the drive is that of the group or user.</summary>
    private DriveAddress? DefaultDrive(string path)
    {
        if (!string.IsNullOrWhiteSpace(DriveId))
        {
            return DriveAddress.ById(DriveId);
        }

        try
        {
            return string.IsNullOrWhiteSpace(GroupOrUserId) ? null : DriveAddress.Parse(GroupOrUserId);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"{path}:{nameof(GroupOrUserId)}: {exception.Message}", exception);
        }
    }
}
