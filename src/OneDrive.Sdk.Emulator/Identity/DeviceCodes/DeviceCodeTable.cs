using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The codes that were given out: the long one for the application, the short one for the user.</summary>
internal sealed class DeviceCodeTable(EmulatorOptions options)
{
    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int UserCodeLength = 9;

    private readonly object _gate = new();
    private readonly Dictionary<string, DeviceSignIn> _byDeviceCode = new(StringComparer.Ordinal);

    /// <summary>The codes that wait for a user, the oldest first.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_gate)
            {
                return [.. _byDeviceCode.Values.Where(IsWaiting).OrderBy(signIn => signIn.Expires).Select(signIn => signIn.UserCode)];
            }
        }
    }

    /// <summary>The sign-ins that wait for a user to enter the code, the oldest first.</summary>
    public IReadOnlyList<DeviceSignIn> ListWaiting()
    {
        lock (_gate)
        {
            return [.. _byDeviceCode.Values.Where(IsWaiting).OrderBy(signIn => signIn.Expires)];
        }
    }

    public (string DeviceCode, DeviceSignIn SignIn) Issue(
        EmulatorApplication application, RequestedScopes scopes, string tenant, string? claims)
    {
        var signIn = new DeviceSignIn(application, scopes, tenant, options.TimeProvider.GetUtcNow() + options.DeviceCodeLifetime)
        {
            UserCode = RandomNumberGenerator.GetString(Letters, UserCodeLength),
            Claims = claims,
        };
        var deviceCode = "D" + Base64Url.Encode(RandomNumberGenerator.GetBytes(48));
        lock (_gate)
        {
            _byDeviceCode.Add(deviceCode, signIn);
        }

        return (deviceCode, signIn);
    }

    /// <summary>Finds the sign-in of a short code that a user typed; null when it is unknown, done or over.</summary>
    public DeviceSignIn? FindWaiting(string? userCode)
    {
        var typed = userCode?.Trim().ToUpperInvariant();
        lock (_gate)
        {
            return _byDeviceCode.Values.FirstOrDefault(signIn => signIn.UserCode == typed && IsWaiting(signIn));
        }
    }

    /// <summary>Finishes a sign-in; without a user it was declined.</summary>
    public void Finish(DeviceSignIn signIn, UserState? user)
    {
        lock (_gate)
        {
            signIn.User = user;
            signIn.IsDeclined = user is null;
        }
    }

    /// <summary>Lets a sign-in fail: the device is told why.</summary>
    public void Fail(DeviceSignIn signIn, EntraError failure)
    {
        lock (_gate)
        {
            signIn.Failure = failure;
        }
    }

    /// <summary>Redeems the long code, once the user is done.</summary>
    public DeviceSignIn Redeem(string deviceCode, EmulatorApplication application)
    {
        lock (_gate)
        {
            if (!_byDeviceCode.TryGetValue(deviceCode, out var signIn) || signIn.Application != application)
            {
                throw Refuse("bad_verification_code", 70018, "Invalid verification code: it does not exist, or it was already used.");
            }

            if (signIn.Expires <= options.TimeProvider.GetUtcNow())
            {
                throw Refuse("expired_token", 70019, "Verification code expired.");
            }

            if (signIn.Failure is { } failure)
            {
                throw failure;
            }

            if (signIn.IsDeclined)
            {
                throw Refuse("authorization_declined", 65004, "The user declined to consent to access the app.");
            }

            if (signIn.User is null)
            {
                throw Refuse("authorization_pending", 70016, "Authorization is pending. Continue polling.");
            }

            _byDeviceCode.Remove(deviceCode);
            return signIn;
        }
    }

    private bool IsWaiting(DeviceSignIn signIn) => signIn.IsOpen && signIn.Expires > options.TimeProvider.GetUtcNow();

    private static EntraError Refuse(string error, int number, string message) => new(400, error, number, message);
}
