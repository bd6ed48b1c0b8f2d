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

    /// <summary>The word of other connectors for <see cref="RetryConfiguration.Mode"/>; the next three are of the same kind.</summary>
    public string? RetryMode { get; set; }

    public string? RetryStatusCodeList { get; set; }

    public int? RetryCountMax { get; set; }

    public bool? RetryMultiplyWaitTime { get; set; }

    /// <summary>The word of other connectors for <see cref="AllowNonIndexedQueries"/>.</summary>
    public string? SearchOptionForNonIndexedFields { get; set; }

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
                nameof(Retry), nameof(Transfers), nameof(RetryMode), nameof(RetryStatusCodeList), nameof(RetryCountMax),
                nameof(RetryMultiplyWaitTime), nameof(SearchOptionForNonIndexedFields),
                SignInConfiguration.ClientSecretKey, SignInConfiguration.ClientCertificateKey, SignInConfiguration.AuthorizationCodeKey,
                SignInConfiguration.DeviceCodeKey, SignInConfiguration.OnBehalfOfKey,
            ]);
        ConfigurationKeys.RequireKnown(section.GetSection(nameof(Retry)), RetryConfiguration.Keys);
        ConfigurationKeys.RequireKnown(section.GetSection(nameof(Transfers)), TransferConfiguration.Keys);
        var configuration = section.Get<OneDriveConfiguration>() ?? new OneDriveConfiguration();
        configuration.ApplyTo(options, section.Path);
        RequireOneName(section);
        configuration.RetryInOtherWords().ApplyTo(options.Retry);
        configuration.Retry?.ApplyTo(options.Retry);
        configuration.Transfers?.ApplyTo(options.Transfers);
    }

    private void ApplyTo(OneDriveOptions options, string path)
    {
        options.Cloud = Cloud is null ? options.Cloud : OneDriveCloud.Parse(Cloud);
        options.ServiceEndpoint = ServiceEndpoint ?? options.ServiceEndpoint;
        options.DefaultDrive = DefaultDrive(path) ?? options.DefaultDrive;
        options.ApplicationName = ApplicationName ?? options.ApplicationName;
        options.ExtraHeaders = ExtraHeaders ?? options.ExtraHeaders;
        options.AllowNonIndexedQueries = AllowNonIndexedQueries
            ?? (string.IsNullOrWhiteSpace(SearchOptionForNonIndexedFields) ? options.AllowNonIndexedQueries : true);
        options.BlockPrivateNetworks = BlockPrivateNetworks ?? options.BlockPrivateNetworks;
        options.ResourceUnitsPerMinute = ResourceUnitsPerMinute ?? options.ResourceUnitsPerMinute;
        options.MaxConcurrentRequests = MaxConcurrentRequests ?? options.MaxConcurrentRequests;
    }

    /// <exception cref="InvalidOperationException">A setting is there under both of its names.</exception>
    private static void RequireOneName(IConfigurationSection section)
    {
        (string Other, string Own)[] names =
        [
            (nameof(RetryMode), "Retry:Mode"),
            (nameof(RetryStatusCodeList), "Retry:StatusCodeList"),
            (nameof(RetryCountMax), "Retry:MaxRetryAttempts"),
            (nameof(RetryMultiplyWaitTime), "Retry:UseExponentialBackoff"),
            (nameof(SearchOptionForNonIndexedFields), nameof(AllowNonIndexedQueries)),
        ];
        if (names.FirstOrDefault(pair => section[pair.Other] is not null && section[pair.Own] is not null) is { Other: { } other } both)
        {
            throw new InvalidOperationException(
                $"The settings '{section.Path}:{other}' and '{section.Path}:{both.Own}' are the same setting. Remove one of them.");
        }
    }

    private RetryConfiguration RetryInOtherWords() => new()
    {
        Mode = RetryMode,
        StatusCodeList = RetryStatusCodeList,
        MaxRetryAttempts = RetryCountMax,
        UseExponentialBackoff = RetryMultiplyWaitTime,
    };

    /// <summary>A drive id is sufficient; without one the drive of the group or user is used.</summary>
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
