using System.Collections.Concurrent;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The registered applications, by client id.</summary>
internal sealed class ApplicationTable
{
    private readonly ConcurrentDictionary<string, EmulatorApplication> _applications = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<EmulatorApplication> All => _applications.Values;

    public EmulatorApplication? Find(string? clientId) => clientId is null ? null : _applications.GetValueOrDefault(clientId);

    public void Add(EmulatorApplication application)
    {
        if (!_applications.TryAdd(application.ClientId, application))
        {
            throw new ArgumentException($"There is already an application '{application.ClientId}'.", nameof(application));
        }
    }
}
