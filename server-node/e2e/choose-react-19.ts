process.env['REACT'] = '19';
