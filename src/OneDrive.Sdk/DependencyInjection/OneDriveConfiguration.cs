using Microsoft.Extensions.Configuration;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>The options in a configuration file. A setting that is absent leaves the option as it is.</summary>
internal static class OneDriveConfiguration
{
    // The names of other connectors for settings of this library.
    private const string RetryMode = "RetryMode";
    private const string RetryStatusCodeList = "RetryStatusCodeList";
    private const string RetryCountMax = "RetryCountMax";
    private const string RetryMultiplyWaitTime = "RetryMultiplyWaitTime";
    private const string SearchOption = "SearchOptionForNonIndexedFields";
    private const string NonIndexedQueries = "HonorNonIndexedQueriesWarningMayFailRandomly";

    internal static void Apply(IConfigurationSection section, OneDriveOptions options) => SectionReader.Read(section, settings =>
    {
        options.Cloud = settings.Text(nameof(options.Cloud)) is { } cloud ? OneDriveCloud.Parse(cloud) : options.Cloud;
        options.ServiceEndpoint = settings.Address(nameof(options.ServiceEndpoint)) ?? options.ServiceEndpoint;
        options.DefaultDrive = DefaultDrive(settings) ?? options.DefaultDrive;
        options.ApplicationName = settings.Text(nameof(options.ApplicationName)) ?? options.ApplicationName;
        options.ExtraHeaders = settings.Text(nameof(options.ExtraHeaders)) ?? options.ExtraHeaders;
        options.AllowNonIndexedQueries = settings.Switch(nameof(options.AllowNonIndexedQueries)) ?? options.AllowNonIndexedQueries;
        options.BlockPrivateNetworks = settings.Switch(nameof(options.BlockPrivateNetworks)) ?? options.BlockPrivateNetworks;
        options.MaxConcurrentRequests = settings.Number<int>(nameof(options.MaxConcurrentRequests)) ?? options.MaxConcurrentRequests;
        options.ResourceUnitsPerMinute = settings.Number<double>(nameof(options.ResourceUnitsPerMinute)) ?? options.ResourceUnitsPerMinute;
        var retry = settings.Section(nameof(options.Retry));
        var transfers = settings.Section(nameof(options.Transfers));
        options.Retry.Mode = RetryModes.Parse(settings.Choice(RetryMode, RetryModes.Names)) ?? options.Retry.Mode;
        options.Retry.StatusCodeList = settings.Text(RetryStatusCodeList) ?? options.Retry.StatusCodeList;
        ApplyAttempts(settings.Number<int>(RetryCountMax), options.Retry);
        options.Retry.UseExponentialBackoff = settings.Switch(RetryMultiplyWaitTime) ?? options.Retry.UseExponentialBackoff;
        options.AllowNonIndexedQueries |= settings.Choice(SearchOption, [NonIndexedQueries]) is not null;
        foreach (var (signIn, _) in SignInConfiguration.Sections)
        {
            settings.Section(signIn);
        }

        ThrowIfSetTwice(section);
        if (retry is not null)
        {
            Apply(retry, options.Retry);
        }

        if (transfers is not null)
        {
            Apply(transfers, options.Transfers);
        }
    });

    private static void Apply(IConfigurationSection section, OneDriveRetryOptions options) => SectionReader.Read(section, settings =>
    {
        options.Mode = RetryModes.Parse(settings.Choice(nameof(options.Mode), RetryModes.Names)) ?? options.Mode;
        options.StatusCodeList = settings.Text(nameof(options.StatusCodeList)) ?? options.StatusCodeList;
        ApplyAttempts(settings.Number<int>(nameof(options.MaxRetryAttempts)), options);
        if (settings.Duration(nameof(options.MaxElapsed)) is { } elapsed)
        {
            options.MaxElapsed = elapsed;
        }

        options.UseExponentialBackoff = settings.Switch(nameof(options.UseExponentialBackoff)) ?? options.UseExponentialBackoff;
        options.BaseDelay = settings.Duration(nameof(options.BaseDelay)) ?? options.BaseDelay;
        options.MaxDelay = settings.Duration(nameof(options.MaxDelay)) ?? options.MaxDelay;
        options.MaxRetryAfter = settings.Duration(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.AttemptTimeout = settings.Duration(nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
    });

    private static void Apply(IConfigurationSection section, OneDriveTransferOptions options) => SectionReader.Read(section, settings =>
    {
        options.SingleRequestLimit = settings.Number<long>(nameof(options.SingleRequestLimit)) ?? options.SingleRequestLimit;
        options.FragmentSize = settings.Number<int>(nameof(options.FragmentSize)) ?? options.FragmentSize;
        options.VerifyContentHash = settings.Switch(nameof(options.VerifyContentHash)) ?? options.VerifyContentHash;
        options.ParallelRanges = settings.Number<int>(nameof(options.ParallelRanges)) ?? options.ParallelRanges;
        options.ParallelThreshold = settings.Number<long>(nameof(options.ParallelThreshold)) ?? options.ParallelThreshold;
        options.RangeSize = settings.Number<int>(nameof(options.RangeSize)) ?? options.RangeSize;
        options.MaxBytesPerSecond = settings.Number<long>(nameof(options.MaxBytesPerSecond)) ?? options.MaxBytesPerSecond;
    });

    // Setting the option has an effect of its own, so an absent setting must not set it.
    private static void ApplyAttempts(int? attempts, OneDriveRetryOptions options)
    {
        if (attempts is { } number)
        {
            options.MaxRetryAttempts = number;
        }
    }

    /// <exception cref="InvalidOperationException">A setting is set under both of its names.</exception>
    private static void ThrowIfSetTwice(IConfigurationSection section)
    {
        (string Other, string Own)[] names =
        [
            (RetryMode, "Retry:Mode"),
            (RetryStatusCodeList, "Retry:StatusCodeList"),
            (RetryCountMax, "Retry:MaxRetryAttempts"),
            (RetryMultiplyWaitTime, "Retry:UseExponentialBackoff"),
            (SearchOption, nameof(OneDriveOptions.AllowNonIndexedQueries)),
        ];
        if (names.FirstOrDefault(pair => section[pair.Other] is not null && section[pair.Own] is not null) is { Other: { } other } both)
        {
            throw new InvalidOperationException(
                $"The settings '{section.Path}:{other}' and '{section.Path}:{both.Own}' are the same setting. Remove one of them.");
        }
    }

    /// <summary>A drive id is sufficient; without one the drive of the group or user is used.</summary>
    private static DriveAddress? DefaultDrive(SectionReader settings)
    {
        const string GroupOrUserId = "GroupOrUserId";
        var owner = settings.Text(GroupOrUserId);
        if (settings.Text("DriveId") is { } driveId && !string.IsNullOrWhiteSpace(driveId))
        {
            return DriveAddress.ById(driveId);
        }

        try
        {
            return string.IsNullOrWhiteSpace(owner) ? null : DriveAddress.Parse(owner);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"{settings.Path}:{GroupOrUserId}: {exception.Message}", exception);
        }
    }
}
