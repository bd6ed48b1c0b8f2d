using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>
/// Checks values before they are bound: the binder reads <c>"5"</c> as five days, and does not say which values there are. A setting has
/// the same kind in every section.
/// </summary>
internal static class ConfigurationValues
{
    internal const string NonIndexedQueries = "HonorNonIndexedQueriesWarningMayFailRandomly";

    /// <summary>The settings that are durations.</summary>
    internal static readonly string[] Durations =
    [
        "BaseDelay", "MaxDelay", "MaxElapsed", "MaxRetryAfter", "AttemptTimeout", "SessionLifetime", "AssertionLifetime", "ExpiryWarning",
    ];

    /// <summary>The settings that are true or false.</summary>
    internal static readonly string[] Switches =
    [
        "AllowNonIndexedQueries", "BlockPrivateNetworks", "UseExponentialBackoff", "RetryMultiplyWaitTime", "VerifyContentHash",
        "EnableContinuousAccessEvaluation", "ContinueWhenNotSaved", "UseBuiltInSigner", "SendCertificateChain", "AllowCommonForAppOnly",
    ];

    private static readonly FrozenDictionary<string, string[]> Choices = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["Mode"] = RetryModes.Names,
        ["RetryMode"] = RetryModes.Names,
        ["ResponseMode"] = Enum.GetNames<AuthorizationResponseMode>(),
        ["StoreLocation"] = Enum.GetNames<StoreLocation>(),
        ["SigningAlgorithm"] = Enum.GetNames<ClientAssertionAlgorithm>(),
        ["SearchOptionForNonIndexedFields"] = [NonIndexedQueries],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">A value cannot be used; the message names it and what can be.</exception>
    internal static void Validate(IConfigurationSection section)
    {
        foreach (var setting in section.GetChildren().Where(setting => !string.IsNullOrWhiteSpace(setting.Value)))
        {
            if (Durations.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && !IsDuration(setting.Value!))
            {
                throw new InvalidOperationException(
                    $"The setting '{setting.Path}' is '{setting.Value}', which is not a duration. Use hours:minutes:seconds, such as "
                    + "00:00:05 for 5 seconds, or days.hours:minutes:seconds, such as 1.00:00:00 for a day.");
            }

            var allowed = Switches.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)
                ? ["true", "false"]
                : Choices.GetValueOrDefault(setting.Key);
            if (allowed is not null && !allowed.Contains(setting.Value, StringComparer.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException(
                    $"The setting '{setting.Path}' is '{setting.Value}'. Allowed: {string.Join(", ", allowed)}.");
            }
        }
    }

    // Without a colon the number would be days, and so would hours from 24 on.
    private static bool IsDuration(string text) => text.Contains(':', StringComparison.Ordinal)
        && TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out _);
}
