using System.Collections.Concurrent;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The registered applications, by client id.</summary>
internal sealed class ApplicationTable(EmulatorOptions options)
{
    private const int LongestClientId = 100;

    private readonly ConcurrentDictionary<string, EmulatorApplication> _applications = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<EmulatorApplication> All => _applications.Values;

    public EmulatorApplication? Find(string? clientId) => clientId is null ? null : _applications.GetValueOrDefault(clientId);

    /// <summary>The application that the owner of the emulator names.</summary>
    public EmulatorApplication Get(string clientId)
        => Find(clientId) ?? throw new ArgumentException($"The application '{clientId}' does not exist.", nameof(clientId));

    /// <summary>The application that a client says it is; an unregistered one is accepted when the options allow that.</summary>
    public EmulatorApplication Require(string clientId)
        => Find(clientId)
            ?? (options.Lenient && clientId.Length is > 0 and <= LongestClientId
                ? _applications.GetOrAdd(clientId, EmulatorApplication.Unregistered)
                : throw EntraError.UnknownApplication(clientId, options));

    public bool Remove(string clientId) => _applications.TryRemove(clientId, out _);

    public void Add(EmulatorApplication application)
    {
        if (!_applications.TryAdd(application.ClientId, application))
        {
            throw new ArgumentException($"The application '{application.ClientId}' already exists.", nameof(application));
        }
    }
}
