using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace ResilienceDemo;

/// <summary>What the run talks to: the real service when the environment names it, else an emulator that has a bad day.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly OneDriveEmulator? _emulator;
    private readonly IAccessTokenProvider _tokens;
    private readonly OneDriveClient _client;
    private readonly RetryCauses _retries;
    private readonly ILoggerFactory _logging;

    private Service(ServiceSettings settings, OneDriveEmulator? emulator, long? killAfterBytes, string description, Action<string> retried)
    {
        Settings = settings;
        KillAfterBytes = killAfterBytes;
        Description = description;
        Remote = new RemoteNames(
            settings.Folder, TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        _emulator = emulator;
        _retries = new RetryCauses(retried);
        _logging = LoggerFactory.Create(builder => builder.AddProvider(_retries));
        _tokens = settings.CreateTokenProvider(_logging);
        _client = new OneDriveClient(_tokens, settings.CreateOptions(_logging, Transfer.FragmentSize));
    }

    internal ServiceSettings Settings { get; }

    internal RemoteNames Remote { get; }

    internal IOneDriveClient Client => _client;

    internal string Description { get; }

    /// <summary>
    /// After how many acknowledged bytes of the first file the uploading process is killed, unless the service falls silent before; null
    /// when the file is too small to be worth it.
    /// </summary>
    internal long? KillAfterBytes { get; }

    internal bool IsEmulator => _emulator is not null;

    internal static async Task<Service> OpenAsync(
        long largest, DirectoryInfo temporary, Action<string> retried, CancellationToken cancellationToken)
    {
        if (ServiceSettings.FromEnvironment() is { } real)
        {
            long? middle = Transfer.Fragments(largest) < Transfer.FragmentsWorthKilling ? null : largest * 2 / 5;
            return new Service(
                real, emulator: null, middle, $"Service: {real.ToCloud()}, tenant {real.TenantId}, drive {real.Drive}", retried);
        }

        var emulator = await OneDriveEmulator.StartAsync(cancellationToken: cancellationToken);
        var settings = RegisterApplication(emulator, temporary);
        return new Service(
            settings,
            emulator,
            BadDay.Declare(emulator, largest) ? long.MaxValue : null,
            $"Service: an emulator at {emulator.Endpoint} that has a bad day",
            retried);
    }

    /// <summary>
    /// Waits until the emulator holds a request without answering, so that the process is killed in the middle of a fragment. The real
    /// service never does.
    /// </summary>
    internal async Task WaitUntilSilentAsync(CancellationToken cancellationToken)
    {
        while (_emulator is null || _emulator.Faults.ToList().Any(fault => fault.Kind is FaultKind.Stall))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Writes what the emulator saw; without an emulator there is nothing to write.</summary>
    internal async Task WriteTrafficAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return;
        }

        if (_emulator is null)
        {
            throw new UsageException("--traffic needs the emulator; the real service keeps its recording to itself.");
        }

        await using var stream = file.Create();
        await _emulator.Traffic.WriteToAsync(stream, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        (_tokens as IDisposable)?.Dispose();
        _logging.Dispose();
        _retries.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    /// <summary>Makes a certificate that lives as long as this run, and lets the emulator know its public part.</summary>
    private static ServiceSettings RegisterApplication(OneDriveEmulator emulator, DirectoryInfo temporary)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ResilienceDemo", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(1));
        emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, certificate);

        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(temporary.FullName, "hello.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return new ServiceSettings(
            emulator.Endpoint,
            Cloud: null,
            emulator.TenantId,
            OneDriveEmulator.DefaultClientId,
            ClientSecret: null,
            path,
            password,
            $"/users/{emulator.DefaultUser.UserPrincipalName}",
            "ResilienceDemo");
    }
}
