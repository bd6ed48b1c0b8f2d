using System.Globalization;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk;

/// <summary>Validates all options; each message contains the setting, its value and the allowed values.</summary>
internal sealed class OneDriveOptionsValidator : IValidateOptions<OneDriveOptions>
{
    /// <summary>The service accepts more in one request, but 250 MB is the documented limit.</summary>
    private const long MaximumSingleRequest = 250_000_000;

    /// <summary>Fragments must be smaller than 60 MiB.</summary>
    private const int FragmentSizeBound = 60 * 1024 * 1024;

    private const int SmallestRange = 64 * 1024;

    private const int LargestRange = 1024 * 1024 * 1024;

    /// <summary>At this speed the smallest fragment already takes more than five minutes.</summary>
    private const long MinimumBandwidth = 1024;

    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, OneDriveOptions options)
    {
        var failures = Check(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Validates options that did not come from dependency injection.</summary>
    internal static void Require(OneDriveOptions options, string parameterName)
    {
        var failures = Check(options).ToList();
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', failures), parameterName);
        }
    }

    /// <summary>Validates the options of some calls.</summary>
    internal static void Require(CallOptions options, string parameterName)
    {
        List<string> failures = options.Retry is { } retry ? [.. CheckRetry(retry)] : [];
        if (options.MaxElapsed is { } elapsed && (elapsed < TimeSpan.Zero || elapsed > LongestTimer))
            failures.Add(Text($"MaxElapsed is {elapsed}. It must be zero to 24 days."));
        if (options.Priority is { } priority && !Enum.IsDefined(priority))
            failures.Add(Text($"Priority is {(int)priority}. Use Interactive or Bulk."));
        if (failures.Count > 0)
            throw new ArgumentException(string.Join(' ', failures), parameterName);
    }

    private static IEnumerable<string> Check(OneDriveOptions options) =>
        CheckClient(options).Concat(CheckRetry(options.Retry)).Concat(CheckTransfers(options.Transfers));

    private static IEnumerable<string> CheckClient(OneDriveOptions options)
    {
        if (options.Cloud is null)
        {
            yield return "Cloud is not set. Use OneDriveCloud.Global or another cloud.";
        }

        if (options.ServiceEndpoint is { } endpoint
            && (!endpoint.IsAbsoluteUri || !SecureEndpoint.IsSecure(endpoint)
                || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0))
        {
            yield return "ServiceEndpoint must be an absolute https address without a query (http only on loopback), such as "
                + "https://contoso-my.sharepoint.com/_api/v2.0.";
        }

        if (options.TimeProvider is null)
        {
            yield return "TimeProvider is not set. Use TimeProvider.System.";
        }

        if (options.MaxConcurrentRequests is < 1 or > 256)
        {
            yield return Text(
                $"MaxConcurrentRequests is {options.MaxConcurrentRequests}. It must be 1 to 256 (the service throttles clients above 16).");
        }

        if (options.ResourceUnitsPerMinute is { } units && !(units >= 1 && double.IsFinite(units)))
        {
            yield return Text($"ResourceUnitsPerMinute is {units}. It must be 1 or more, or null for no budget.");
        }

        if (options.DefaultDrive is { Kind: Addresses.DriveAddressKind.Default })
        {
            yield return "DefaultDrive is DriveAddress.Default itself. Set it to a drive, such as "
                + "DriveAddress.User(\"adele@contoso.com\").";
        }

        if (options.ApplicationName is { } application && !HeaderText.IsValue(application))
        {
            yield return "ApplicationName contains control characters, non-ASCII characters or only spaces. It is sent in the User-Agent "
                + "header.";
        }

        foreach (var failure in CheckHeaders(options))
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> CheckHeaders(OneDriveOptions options)
    {
        if (options.DefaultHeaders is null)
        {
            yield return "DefaultHeaders is null. Use an empty dictionary instead.";
            yield break;
        }

        IReadOnlyList<KeyValuePair<string, string>> extra = [];
        string? unreadable = null;
        try
        {
            extra = HeaderText.ParseList(options.ExtraHeaders);
        }
        catch (FormatException exception)
        {
            unreadable = $"ExtraHeaders: {exception.Message}";
        }

        if (unreadable is not null)
        {
            yield return unreadable;
        }

        foreach (var (name, value) in options.DefaultHeaders.Concat(extra))
        {
            if (HeaderText.Refusal(name, value) is { } refusal)
            {
                yield return $"{(options.DefaultHeaders.ContainsKey(name) ? "DefaultHeaders" : "ExtraHeaders")}: {refusal}";
            }
        }
    }

    private static IEnumerable<string> CheckRetry(OneDriveRetryOptions? retry)
    {
        if (retry is null)
        {
            yield return "Retry is null. Keep the default, or set Retry.Mode to RetryMode.None.";
            yield break;
        }

        if (!Enum.IsDefined(retry.Mode))
        {
            yield return Text($"Retry.Mode is {(int)retry.Mode}. Use WhenStatusCodeMatches, None or Any.");
        }

        if (RetryStatusCodes.Refusal(retry) is { } refusal)
        {
            yield return refusal;
        }

        if (retry.MaxRetryAttempts is < 0 or > 100)
        {
            yield return Text($"Retry.MaxRetryAttempts is {retry.MaxRetryAttempts}. It must be 0 to 100.");
        }

        if (retry.MaxElapsed < TimeSpan.Zero || retry.MaxElapsed > LongestTimer)
        {
            yield return Text($"Retry.MaxElapsed is {retry.MaxElapsed}. It must be zero to 24 days.");
        }

        if (retry.BaseDelay <= TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay || retry.MaxDelay > LongestTimer)
        {
            yield return Text($"Retry.BaseDelay is {retry.BaseDelay} and Retry.MaxDelay is {retry.MaxDelay}. ")
                + "BaseDelay must be greater than zero and not greater than MaxDelay, which must be at most 24 days.";
        }

        if (retry.MaxRetryAfter < TimeSpan.Zero || retry.MaxRetryAfter > LongestTimer)
        {
            yield return Text($"Retry.MaxRetryAfter is {retry.MaxRetryAfter}. It must be zero (never wait) to 24 days.");
        }

        if (retry.AttemptTimeout < TimeSpan.FromSeconds(1) || retry.AttemptTimeout > LongestTimer)
        {
            yield return Text($"Retry.AttemptTimeout is {retry.AttemptTimeout}. It must be 1 second to 24 days.");
        }
    }

    private static IEnumerable<string> CheckTransfers(OneDriveTransferOptions? transfers)
    {
        if (transfers is null)
        {
            yield return "Transfers is null. Keep the default.";
            yield break;
        }

        if (transfers.SingleRequestLimit is < 0 or > MaximumSingleRequest)
        {
            yield return Text($"Transfers.SingleRequestLimit is {transfers.SingleRequestLimit}. It must be 0 to 250,000,000 bytes.");
        }

        var size = transfers.FragmentSize;
        const int Unit = OneDriveTransferOptions.FragmentAlignment;
        if (size is <= 0 or >= FragmentSizeBound || size % Unit != 0)
        {
            var below = Math.Clamp(size / Unit, 1, (FragmentSizeBound - 1) / Unit) * Unit;
            yield return Text($"Transfers.FragmentSize is {size}. ")
                + Text($"It must be a multiple of 327,680 bytes (320 KiB) and less than 62,914,560 bytes (60 MiB), such as {below}.");
        }

        foreach (var failure in CheckRanges(transfers).Concat(CheckBandwidth(transfers.MaxBytesPerSecond)))
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> CheckRanges(OneDriveTransferOptions transfers)
    {
        if (transfers.ParallelRanges is < 1 or > 16)
        {
            yield return Text($"Transfers.ParallelRanges is {transfers.ParallelRanges}. It must be 1 (one connection) to 16.");
        }

        if (transfers.ParallelThreshold < 0)
        {
            yield return Text($"Transfers.ParallelThreshold is {transfers.ParallelThreshold}. It must be 0 bytes or more.");
        }

        if (transfers.RangeSize is < SmallestRange or > LargestRange)
        {
            yield return Text($"Transfers.RangeSize is {transfers.RangeSize}. It must be 65,536 to 1,073,741,824 bytes.");
        }
    }

    private static IEnumerable<string> CheckBandwidth(long? bytesPerSecond)
    {
        if (bytesPerSecond < MinimumBandwidth)
        {
            yield return Text($"Transfers.MaxBytesPerSecond is {bytesPerSecond}. It must be 1,024 or more, or null for no limit.");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
