using System.Collections.Concurrent;
using Azure.Core;

namespace OneDrive.Sdk.ScenarioTests.Azure;

/// <summary>A credential of somebody else: remembers what it was asked for, and answers as it is told.</summary>
internal sealed class ScriptedCredential(Func<TokenRequestContext, CancellationToken, ValueTask<AccessToken>> answer) : TokenCredential
{
    internal ConcurrentQueue<TokenRequestContext> Asked { get; } = new();

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Asked.Enqueue(requestContext);
        return answer(requestContext, cancellationToken);
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Blocks.");
}
