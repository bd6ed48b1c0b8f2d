using System.Collections.Concurrent;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

internal sealed class MemoryRollbackGuard : ITokenRollbackGuard
{
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);

    public Task<long> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(_numbers.GetValueOrDefault(name));

    public Task RaiseAsync(string name, long number, CancellationToken cancellationToken = default)
    {
        _numbers.AddOrUpdate(name, number, (_, known) => Math.Max(known, number));
        return Task.CompletedTask;
    }
}
