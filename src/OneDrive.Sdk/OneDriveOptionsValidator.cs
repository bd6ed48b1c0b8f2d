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
        var failures = Check(options);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Validates options that did not come from dependency injection.</summary>
    internal static void Require(OneDriveOptions options, string parameterName)
    {
        var failures = Check(options);
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', failures), parameterName);
        }
    }

    /// <summary>Validates the options of some calls.</summary>
    internal static void Require(CallOptions options, string parameterName)
    {
        List<string> failures = [];
        if (options.Retry is { } retry)
            CheckRetry(retry, failures);
        if (options.MaxElapsed is { } elapsed && (elapsed < TimeSpan.Zero || elapsed > LongestTimer))
            failures.Add(Text($"MaxElapsed is {elapsed}. It must be zero to 24 days."));
        if (options.Priority is { } priority && !Enum.IsDefined(priority))
            failures.Add(Text($"Priority is {(int)priority}. Use Interactive or Bulk."));
        if (failures.Count > 0)
            throw new ArgumentException(string.Join(' ', failures), parameterName);
    }

    private static List<string> Check(OneDriveOptions options)
    {
        List<string> failures = [];
        CheckClient(options, failures);
        CheckRetry(options.Retry, failures);
        CheckTransfers(options.Transfers, failures);
        return failures;
    }

    private static void CheckClient(OneDriveOptions options, List<string> failures)
    {
        if (options.Cloud is null)
        {
            failures.Add("Cloud is not set. Use OneDriveCloud.Global or another cloud.");
        }

        if (options.ServiceEndpoint is { } endpoint
            && (!endpoint.IsAbsoluteUri || !SecureEndpoint.IsSecure(endpoint)
                || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0))
        {
            failures.Add("ServiceEndpoint must be an absolute https address without a query (http only on loopback), such as "
                + "https://contoso-my.sharepoint.com/_api/v2.0.");
        }

        if (options.TimeProvider is null)
        {
            failures.Add("TimeProvider is not set. Use TimeProvider.System.");
        }

        if (options.MaxConcurrentRequests is < 1 or > 256)
        {
            var requests = options.MaxConcurrentRequests;
            failures.Add(Text($"MaxConcurrentRequests is {requests}. It must be 1 to 256 (the service throttles clients above 16)."));
        }

        if (options.ResourceUnitsPerMinute is { } units && !(units >= 1 && double.IsFinite(units)))
        {
            failures.Add(Text($"ResourceUnitsPerMinute is {units}. It must be 1 or more, or null for no budget."));
        }

        if (options.DefaultDrive is { Kind: Addresses.DriveAddressKind.Default })
        {
            failures.Add("DefaultDrive is DriveAddress.Default itself. Set it to a drive, such as "
                + "DriveAddress.User(\"adele@contoso.com\").");
        }

        if (options.ApplicationName is { } application && !HeaderText.IsValue(application))
        {
            failures.Add("ApplicationName contains control characters, non-ASCII characters or only spaces. It is sent in the User-Agent "
                + "header.");
        }

        CheckHeaders(options, failures);
    }

    private static void CheckHeaders(OneDriveOptions options, List<string> failures)
    {
        if (options.DefaultHeaders is null)
        {
            failures.Add("DefaultHeaders is null. Use an empty dictionary instead.");
            return;
        }

        foreach (var (name, value) in options.DefaultHeaders)
            CheckHeader(nameof(options.DefaultHeaders), name, value, failures);
        if (options.ExtraHeaders is not { } text)
            return;
        try
        {
            foreach (var (name, value) in HeaderText.ParseList(text))
            {
                var option = options.DefaultHeaders.ContainsKey(name) ? nameof(options.DefaultHeaders) : nameof(options.ExtraHeaders);
                CheckHeader(option, name, value, failures);
            }
        }
        catch (FormatException exception)
        {
            failures.Add($"ExtraHeaders: {exception.Message}");
        }
    }

    private static void CheckHeader(string option, string name, string value, List<string> failures)
    {
        if (HeaderText.Refusal(name, value) is { } refusal)
            failures.Add($"{option}: {refusal}");
    }

    private static void CheckRetry(OneDriveRetryOptions? retry, List<string> failures)
    {
        if (retry is null)
        {
            failures.Add("Retry is null. Keep the default, or set Retry.Mode to RetryMode.None.");
            return;
        }

        if (!Enum.IsDefined(retry.Mode))
        {
            failures.Add(Text($"Retry.Mode is {(int)retry.Mode}. Use WhenStatusCodeMatches, None or Any."));
        }

        if (RetryStatusCodes.Refusal(retry) is { } refusal)
        {
            failures.Add(refusal);
        }

        if (retry.MaxRetryAttempts is < 0 or > 100)
        {
            failures.Add(Text($"Retry.MaxRetryAttempts is {retry.MaxRetryAttempts}. It must be 0 to 100."));
        }

        if (retry.MaxElapsed < TimeSpan.Zero || retry.MaxElapsed > LongestTimer)
        {
            failures.Add(Text($"Retry.MaxElapsed is {retry.MaxElapsed}. It must be zero to 24 days."));
        }

        if (retry.BaseDelay <= TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay || retry.MaxDelay > LongestTimer)
        {
            failures.Add(Text($"Retry.BaseDelay is {retry.BaseDelay} and Retry.MaxDelay is {retry.MaxDelay}. ")
                + "BaseDelay must be greater than zero and not greater than MaxDelay, which must be at most 24 days.");
        }

        if (retry.MaxRetryAfter < TimeSpan.Zero || retry.MaxRetryAfter > LongestTimer)
        {
            failures.Add(Text($"Retry.MaxRetryAfter is {retry.MaxRetryAfter}. It must be zero (never wait) to 24 days."));
        }

        if (retry.AttemptTimeout < TimeSpan.FromSeconds(1) || retry.AttemptTimeout > LongestTimer)
        {
            failures.Add(Text($"Retry.AttemptTimeout is {retry.AttemptTimeout}. It must be 1 second to 24 days."));
        }
    }

    private static void CheckTransfers(OneDriveTransferOptions? transfers, List<string> failures)
    {
        if (transfers is null)
        {
            failures.Add("Transfers is null. Keep the default.");
            return;
        }

        if (transfers.SingleRequestLimit is < 0 or > MaximumSingleRequest)
        {
            failures.Add(Text($"Transfers.SingleRequestLimit is {transfers.SingleRequestLimit}. It must be 0 to 250,000,000 bytes."));
        }

        var size = transfers.FragmentSize;
        const int Unit = OneDriveTransferOptions.FragmentAlignment;
        if (size is <= 0 or >= FragmentSizeBound || size % Unit != 0)
        {
            var below = Math.Clamp(size / Unit, 1, (FragmentSizeBound - 1) / Unit) * Unit;
            failures.Add(Text($"Transfers.FragmentSize is {size}. ")
                + Text($"It must be a multiple of 327,680 bytes (320 KiB) and less than 62,914,560 bytes (60 MiB), such as {below}."));
        }

        CheckRanges(transfers, failures);
        CheckBandwidth(transfers.MaxBytesPerSecond, failures);
    }

    private static void CheckRanges(OneDriveTransferOptions transfers, List<string> failures)
    {
        if (transfers.ParallelRanges is < 1 or > 16)
        {
            failures.Add(Text($"Transfers.ParallelRanges is {transfers.ParallelRanges}. It must be 1 (one connection) to 16."));
        }

        if (transfers.ParallelThreshold < 0)
        {
            failures.Add(Text($"Transfers.ParallelThreshold is {transfers.ParallelThreshold}. It must be 0 bytes or more."));
        }

        if (transfers.RangeSize is < SmallestRange or > LargestRange)
        {
            failures.Add(Text($"Transfers.RangeSize is {transfers.RangeSize}. It must be 65,536 to 1,073,741,824 bytes."));
        }
    }

    private static void CheckBandwidth(long? bytesPerSecond, List<string> failures)
    {
        if (bytesPerSecond < MinimumBandwidth)
        {
            failures.Add(Text($"Transfers.MaxBytesPerSecond is {bytesPerSecond}. It must be 1,024 or more, or null for no limit."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
