namespace OneDrive.Sdk.Authentication;

/// <summary>A sign-in from beginning to end on one machine: listener, browser, answer.</summary>
internal static class InteractiveSignIn
{
    internal static async Task<UserSignIn> RunAsync(
        AuthorizationCodeFlow flow, string key, InteractiveSignInOptions options, CancellationToken cancellationToken)
    {
        var registered = flow.RedirectUri;
        if (!registered.IsLoopback || registered.Scheme != Uri.UriSchemeHttp)
        {
            throw new InvalidOperationException(
                "RedirectUri does not point to this machine. Set it to http://localhost to sign in here, or use BeginAsync and "
                + "CompleteAsync.");
        }

        var mode = flow.ResponseMode ?? AuthorizationResponseMode.FormPost;
        using var timeout = new CancellationTokenSource(options.Timeout, flow.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var listener = LoopbackListener.Start(registered, flow.TimeProvider);
        try
        {
            var start = await flow.BeginAsync(
                key, listener.RedirectUri, mode, options.Authorization ?? new BeginAuthorizationOptions(), either.Token)
                .ConfigureAwait(false);
            var waiting = listener.WaitAsync(
                callback => RandomText.AreSame(start.State, callback.State), mode, either.Token);
            await (options.OpenBrowser ?? SystemBrowser.OpenAsync)(start.Address, either.Token).ConfigureAwait(false);
            var callback = await waiting.ConfigureAwait(false);
            return await flow.CompleteAsync(key, callback, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException failure) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OneDriveAuthenticationException("The user did not complete the sign-in within "
                + $"{options.Timeout}.", failure)
            { RequiresSignIn = true };
        }
    }
}
